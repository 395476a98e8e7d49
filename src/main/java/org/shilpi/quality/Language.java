package org.shilpi.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Guesses the language of a text: by its script, and, where many languages share one, by its most
/// frequent words. A guess: silent where a text is short or mixed.
final class Language {
  /// Different words of the best language, so many times those of the next.
  private static final double LEAD = 1.5;

  private static final int FEWEST_WORDS = 2;
  private static final int READ = 600;

  /// Where the script says enough.
  private static final Map<UnicodeScript, String> BY_SCRIPT =
      Map.ofEntries(
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.ORIYA, "or"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.HIRAGANA, "ja"),
          Map.entry(UnicodeScript.KATAKANA, "ja"),
          Map.entry(UnicodeScript.HAN, "zh"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"));

  /// Addresses are written in no language: `com` is not Portuguese in them.
  private static final Pattern ADDRESS = Pattern.compile("\\S*(?:[@/]|\\w\\.\\w)\\S*");

  private static final Map<String, Set<String>> WORDS = words();

  private Language() {}

  private static Map<String, Set<String>> words() {
    Map<String, Set<String>> words = new HashMap<>();
    try (InputStream in = Objects.requireNonNull(Language.class.getResourceAsStream("words.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(line -> !line.startsWith("#")).toList()) {
        List<String> parts = Arrays.asList(line.split(" "));
        words.put(parts.getFirst(), new HashSet<>(parts.subList(1, parts.size())));
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return a language tag as of BCP 47: `hi`, `hi-Latn` for Hindi in Latin letters
  static Optional<String> of(String text) {
    String head = text.length() <= READ ? text : text.substring(0, READ);
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    head.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
    Optional<UnicodeScript> most =
        letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    return most.flatMap(script -> in(script, head, letters));
  }

  private static Optional<String> in(
      UnicodeScript script, String text, Map<UnicodeScript, Integer> letters) {
    return switch (script) {
      case LATIN -> latin(text);
      case DEVANAGARI -> Optional.of(text.contains("आहे") || text.contains("ळ") ? "mr" : "hi");
      case CYRILLIC -> Optional.of(text.matches("(?s).*[іїєґІЇЄҐ].*") ? "uk" : "ru");
      case ARABIC ->
          Optional.of(
              text.matches("(?s).*[ٹڈڑےہ].*")
                  ? "ur"
                  : text.matches("(?s).*[پچژگ].*") ? "fa" : "ar");
      case HAN ->
          Optional.of(
              letters.containsKey(UnicodeScript.HIRAGANA)
                      || letters.containsKey(UnicodeScript.KATAKANA)
                  ? "ja"
                  : "zh");
      default -> Optional.ofNullable(BY_SCRIPT.get(script));
    };
  }

  private static Optional<String> latin(String text) {
    String prose = ADDRESS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    Set<String> words = Set.copyOf(Arrays.asList(prose.split("[^\\p{L}\\p{M}]+")));
    String best = "";
    int most = 0;
    int next = 0;
    for (Map.Entry<String, Set<String>> language : WORDS.entrySet()) {
      int hits = 0;
      for (String word : words) {
        hits += language.getValue().contains(word) ? 1 : 0;
      }
      if (hits > most) {
        next = most;
        most = hits;
        best = language.getKey();
      } else {
        next = Math.max(next, hits);
      }
    }
    return most >= FEWEST_WORDS && most >= LEAD * next ? Optional.of(best) : Optional.empty();
  }
}
