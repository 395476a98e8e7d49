package org.shilpi.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads guidelines out of a sample's README: a line `Question: …` and every section whose heading
/// speaks of labels or rules. Markdown becomes plain text; a table becomes a line a label.
public final class SampleReadme {
  private static final Pattern QUESTION = Pattern.compile("(?m)^Question:\\s*(.+)$");
  private static final Pattern TOPIC = Pattern.compile("\\b(labels?|rules?)\\b");
  private static final Pattern EMPHASIS = Pattern.compile("(\\*\\*?)(\\S(?:[^*]*\\S)?)\\1");
  private static final Pattern NEW_LINE_OF_TEXT = Pattern.compile("^(\\d+\\. |[-*] |\\|).*");

  private SampleReadme() {}

  public static Guidelines guidelines(String markdown) {
    Matcher question = QUESTION.matcher(markdown);
    List<String> rules = new ArrayList<>();
    boolean inside = false;
    boolean goesOn = false;
    for (String line : markdown.lines().map(String::strip).toList()) {
      if (line.startsWith("#")) {
        inside = TOPIC.matcher(line.toLowerCase(Locale.ROOT)).find();
        goesOn = false;
      } else if (inside && goesOn && !NEW_LINE_OF_TEXT.matcher(line).matches() && !line.isEmpty()) {
        rules.add(rules.removeLast() + " " + plain(line));
      } else if (inside && !line.startsWith("|")) {
        rules.add(plain(line.replaceFirst("^[-*] ", "")));
        goesOn = !line.isEmpty();
      } else if (inside) {
        String row = row(line);
        goesOn = false;
        if (line.matches("[|:\\- ]+")) {
          // The row above the dashes held the column names.
          rules.removeLast();
        } else {
          rules.add(row);
        }
      }
    }
    String text = String.join("\n", rules).replaceAll("\n{3,}", "\n\n");
    return new Guidelines(question.find() ? question.group(1) : "", text);
  }

  /// The name of a row and its last cell that is no number; empty where there is none.
  private static String row(String line) {
    List<String> cells =
        Arrays.stream(line.split("\\|"))
            .map(cell -> plain(cell.strip()))
            .filter(cell -> !cell.isEmpty() && !cell.matches("[\\d,]+"))
            .toList();
    return cells.size() < 2 || cells.getFirst().startsWith("(")
        ? ""
        : cells.getFirst() + ": " + String.join(" ", cells.subList(1, cells.size()));
  }

  private static String plain(String markdown) {
    return EMPHASIS.matcher(markdown.replace("`", "")).replaceAll("$2");
  }
}
