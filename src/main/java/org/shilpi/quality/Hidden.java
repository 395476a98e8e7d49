package org.shilpi.quality;

/// Characters that nobody sees and that a tokenizer stumbles over: control characters besides tab
/// and line ends, marks that turn the direction of writing, byte-order marks inside a text. Joiners
/// stay: Indian scripts and emoji need them.
public final class Hidden {
  private Hidden() {}

  /// The text without them.
  public static String removed(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!hidden(c)) {
        kept.append(c);
      }
    }
    return kept.length() == text.length() ? text : kept.toString();
  }

  private static boolean hidden(char c) {
    return switch (c) {
      case '\t', '\n', '\r' -> false;
      case '\uFEFF', '\u200B', '\u200E', '\u200F', '\u2060' -> true;
      default ->
          Character.isISOControl(c)
              || c >= '\u202A' && c <= '\u202E'
              || c >= '\u2066' && c <= '\u2069';
    };
  }
}
