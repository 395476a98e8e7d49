package org.shilpi.ui.label;

import java.util.ArrayList;
import java.util.List;

/// Cuts a long text into parts that can be drawn at once. Nothing is lost: the parts, put together,
/// are the text.
final class Parts {
  /// Most words of a part; drawn in Devanagari each is a node.
  static final int WORDS = 1_200;

  /// Most characters of a part, for texts without spaces.
  static final int CHARACTERS = 10_000;

  private Parts() {}

  /// At least one part; ends of paragraphs, then of words, are cut rather than words.
  static List<String> of(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (true) {
      int end = cut(text, start);
      parts.add(text.substring(start, end));
      if (end == text.length()) {
        return List.copyOf(parts);
      }
      start = end;
    }
  }

  private static int cut(String text, int start) {
    int words = 0;
    int afterWord = -1;
    int afterParagraph = -1;
    int at = start;
    while (at < text.length()) {
      if (words == WORDS || at - start >= CHARACTERS) {
        boolean longEnough = afterParagraph - start > (at - start) / 2;
        return longEnough ? afterParagraph : afterWord > start ? afterWord : whole(text, start, at);
      }
      char now = text.charAt(at++);
      boolean space = Character.isWhitespace(now);
      if (space && at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        words++;
        afterWord = at;
        if (now == '\n' && at - 2 >= start && text.charAt(at - 2) == '\n') {
          afterParagraph = at;
        }
      }
    }
    return text.length();
  }

  /// Not between the halves of a character, nor before a sign that belongs to the one before it.
  private static int whole(String text, int start, int at) {
    int end = at;
    while (end > start + 1 && belongs(text, end)) {
      end--;
    }
    return end > start + 1 ? end : at;
  }

  private static boolean belongs(String text, int at) {
    if (Character.isLowSurrogate(text.charAt(at))) {
      return true;
    }
    int type = Character.getType(text.codePointAt(at));
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT;
  }
}
