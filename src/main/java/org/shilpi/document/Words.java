package org.shilpi.document;

import java.util.regex.Pattern;

/// Text as people mean it: no control characters, no halves of characters, no piles of blank lines.
final class Words {
  private static final Pattern BLANK_LINES = Pattern.compile("\n{3,}");

  private Words() {}

  static String clean(String found) {
    StringBuilder out = new StringBuilder(found.length());
    for (int i = 0; i < found.length(); i++) {
      char c = found.charAt(i);
      if (c == '\r' || c == '\n' || c == '\f' || c == '\u000b' || c == '\u2028' || c == '\u2029') {
        if (c != '\r' || i + 1 == found.length() || found.charAt(i + 1) != '\n') {
          endLine(out);
        }
      } else if (Character.isHighSurrogate(c)
          && i + 1 < found.length()
          && Character.isLowSurrogate(found.charAt(i + 1))) {
        out.append(c).append(found.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        out.append('\ufffd');
      } else if (joins(c)) {
        // Filling that mailers put where nothing is to be seen; inside of words it is part of them.
        if (!out.isEmpty() && " \t\n\u00a0".indexOf(out.charAt(out.length() - 1)) < 0) {
          out.append(c);
        }
      } else if ((c == '\t' || !Character.isISOControl(c)) && c != '\u00ad' && c != '\ufeff') {
        // A soft hyphen and a mark of byte order are never seen.
        out.append(c);
      }
    }
    endLine(out);
    return BLANK_LINES.matcher(out).replaceAll("\n\n").strip();
  }

  // Characters without a width that join their neighbours, or keep them apart.
  private static boolean joins(char c) {
    return c >= '\u200b' && c <= '\u200d' || c == '\u034f' || c == '\u2060';
  }

  // Without the spaces that nobody sees.
  private static void endLine(StringBuilder out) {
    int end = out.length();
    while (end > 0 && " \t\u00a0".indexOf(out.charAt(end - 1)) >= 0) {
      end--;
    }
    out.setLength(end);
    out.append('\n');
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
