package org.shilpi.document;

import java.util.regex.Pattern;

/// Text as people mean it: no control characters, no halves of characters, no piles of blank lines.
final class Words {
  private static final Pattern ENDS = Pattern.compile("[ \t\u00a0]+(?=\n|$)");
  private static final Pattern BLANK_LINES = Pattern.compile("\n{3,}");

  private Words() {}

  static String clean(String found) {
    StringBuilder out = new StringBuilder(found.length());
    for (int i = 0; i < found.length(); i++) {
      char c = found.charAt(i);
      if (c == '\r') {
        boolean pair = i + 1 < found.length() && found.charAt(i + 1) == '\n';
        if (!pair) {
          out.append('\n');
        }
      } else if (c == '\f' || c == '\u000b' || c == '\u2028' || c == '\u2029') {
        out.append('\n');
      } else if (Character.isHighSurrogate(c)) {
        boolean pair = i + 1 < found.length() && Character.isLowSurrogate(found.charAt(i + 1));
        if (pair) {
          out.append(c).append(found.charAt(++i));
        } else {
          out.append('\ufffd');
        }
      } else if (Character.isLowSurrogate(c)) {
        out.append('\ufffd');
      } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
        // A soft hyphen and a mark of byte order are never seen.
        if (c != '\u00ad' && c != '\ufeff') {
          out.append(c);
        }
      }
    }
    String lines = ENDS.matcher(out).replaceAll("");
    return BLANK_LINES.matcher(lines).replaceAll("\n\n").strip();
  }

  /// On one line, and short enough for a field.
  static String field(String found) {
    return cut(clean(found).replaceAll("\\s+", " "));
  }

  /// Short enough for a field.
  static String cut(String text) {
    if (text.length() <= Limits.FIELD) {
      return text;
    }
    int end = Limits.FIELD - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
