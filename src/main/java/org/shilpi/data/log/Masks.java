package org.shilpi.data.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces the values in a word of a log by what they are: addresses, paths, numbers.
final class Masks {
  // The surest first; a number is one that no letter touches.
  private static final Pattern VALUES =
      Pattern.compile(
          """
          (?x)
          (?<uuid> [0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12} )
          | (?<mail> [\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+ )
          | (?<url> [a-z][a-z0-9+]*://\\S+ )
          | (?<ip> (?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w]|\\.\\d)(?::\\d+)? )
          | (?<path> (?<![\\w.])(?:/[\\w.@%+~*-]+){2,}/? | [A-Za-z]:\\\\\\S+ )
          | (?<hex> 0x[0-9a-fA-F]+ | (?<![A-Za-z0-9])(?=[0-9a-fA-F]*[0-9])(?=[0-9a-fA-F]*[a-fA-F])[0-9a-fA-F]{6,}(?![A-Za-z0-9]) )
          | (?<number> (?<![A-Za-z0-9])[-+]?\\d+(?:[.,:]\\d+)*(?![A-Za-z0-9]) )
          """);

  /// Stands where records differ.
  static final String ANY = "<*>";

  private static final Pattern MASK = Pattern.compile("<[a-z]+>");
  private static final String[] NAMES = {"uuid", "mail", "url", "ip", "path", "hex", "number"};

  private Masks() {}

  /// The word with each value replaced by its kind in angle brackets.
  static String mask(String word) {
    if (!mayHoldValue(word)) {
      return word;
    }
    Matcher values = VALUES.matcher(word);
    return values.replaceAll(value -> Matcher.quoteReplacement("<" + kind(values) + ">"));
  }

  /// A masked word that no longer tells the kinds of its values apart.
  static String anyKind(String masked) {
    return MASK.matcher(masked).replaceAll(ANY);
  }

  // Most words hold none, and the pattern is slow.
  private static boolean mayHoldValue(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= '0' && c <= '9' || c == '/' || c == '@' || c == '\\') {
        return true;
      }
    }
    return false;
  }

  private static String kind(Matcher values) {
    for (String name : NAMES) {
      if (values.group(name) != null) {
        return name;
      }
    }
    throw new IllegalStateException("a value is of one of the kinds");
  }
}
