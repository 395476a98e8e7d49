package org.shilpi.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The lines of printed pages as a text to be read: without what every page repeats at its top and
/// bottom, and with words whole that were broken at the end of a line.
final class PdfLines {
  /// Stands between pages.
  static final String PAGE_END = "\f";

  /// Lines at the top and at the bottom of a page that may be repeated.
  private static final int EDGE = 2;

  /// Fewest pages that make a repetition.
  private static final int FEWEST = 3;

  /// Most numbers in a line that is looked at in every way.
  private static final int MOST_NUMBERS = 3;

  private static final String COUNTED = "\u0000";
  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,9}(?!\\d)");
  private static final Pattern BROKEN =
      Pattern.compile("(?<=\\p{L}{2})[-\u00ad\u2010]\n(\\p{Ll}[\\p{L}\\p{M}]*)");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}]+(?:[-\u2010][\\p{L}\\p{M}]+)*");

  private PdfLines() {}

  /// @param pages with [#PAGE_END] between them
  static String read(String pages) {
    List<List<String>> lines = new ArrayList<>();
    for (String page : pages.split(PAGE_END)) {
      lines.add(
          Arrays.stream(page.split("\n"))
              .map(line -> line.replaceAll("[ \t\u00a0]+", " ").strip())
              .toList());
    }
    return mended(withoutEdges(lines));
  }

  private static String withoutEdges(List<List<String>> pages) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      List<String> page = pages.get(i);
      Set<String> once = new HashSet<>();
      for (int at : edges(page)) {
        once.addAll(readings(page.get(at), i));
      }
      once.forEach(line -> counts.merge(line, 1, Integer::sum));
    }
    int fewest = Math.max(FEWEST, (pages.size() + 1) / 2);
    Set<String> seen = new HashSet<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      List<String> page = pages.get(i);
      Set<Integer> edges = edges(page);
      for (int at = 0; at < page.size(); at++) {
        Optional<String> repeated =
            edges.contains(at)
                ? readings(page.get(at), i).stream()
                    .filter(line -> counts.getOrDefault(line, 0) >= fewest)
                    .findFirst()
                : Optional.empty();
        // A title that stands above every page is read once, the number of a page never.
        if (repeated.isEmpty() || !repeated.get().contains(COUNTED) && seen.add(repeated.get())) {
          text.append(page.get(at)).append('\n');
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  // Where the first and last lines of a page are that have words.
  private static Set<Integer> edges(List<String> page) {
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      if (!page.get(i).isEmpty()) {
        filled.add(i);
      }
    }
    Set<Integer> edges = new HashSet<>(filled.subList(0, Math.min(EDGE, filled.size())));
    edges.addAll(filled.subList(Math.max(0, filled.size() - EDGE), filled.size()));
    return edges;
  }

  // What a line could be on every page: each of its numbers is the same one, or counts the pages.
  // Rows of a table do neither.
  private static List<String> readings(String line, int page) {
    List<String> readings = List.of("");
    Matcher number = NUMBER.matcher(line);
    int end = 0;
    int numbers = 0;
    while (number.find() && numbers++ < MOST_NUMBERS) {
      String before = line.substring(end, number.start());
      String first = COUNTED + (Long.parseLong(number.group()) - page);
      end = number.end();
      readings =
          readings.stream()
              .flatMap(start -> Stream.of(start + before + first, start + before + number.group()))
              .toList();
    }
    String rest = line.substring(end);
    return readings.stream().map(start -> start + rest).toList();
  }

  // A hyphen at the end of a line stays where the text has the word with a hyphen elsewhere, and
  // not without.
  private static String mended(String text) {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group().toLowerCase(Locale.ROOT));
    }
    Matcher broken = BROKEN.matcher(text);
    StringBuilder out = new StringBuilder();
    int end = 0;
    while (broken.find()) {
      int start = broken.start();
      while (start > end && isOfWord(text.charAt(start - 1))) {
        start--;
      }
      String first = text.substring(start, broken.start());
      String joined = first + broken.group(1);
      String hyphened = first + "-" + broken.group(1);
      boolean keeps =
          words.contains(hyphened.toLowerCase(Locale.ROOT))
              && !words.contains(joined.toLowerCase(Locale.ROOT));
      out.append(text, end, start).append(keeps ? hyphened : joined);
      end = broken.end();
    }
    return out.append(text, end, text.length()).toString();
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
