package org.shilpi.data;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// Where words begin in a text of any language: what can carry a label of its own.
///
/// Letters and digits in a row are one word, a mark belongs to what stands before it, and any other
/// character but a space is a word by itself. In scripts that do not put spaces between words,
/// every character is.
public final class Words {
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Words() {}

  /// Whether the characters before and after this place belong to different words, or one of them
  /// is a space.
  ///
  /// @param at code units from the start, 0 to the text's length
  public static boolean isBoundary(CharSequence text, int at) {
    if (at == 0 || at == text.length()) {
      return true;
    }
    if (Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))) {
      return false;
    }
    int before = Character.codePointBefore(text, at);
    int after = Character.codePointAt(text, at);
    if (isSpace(before) || isSpace(after)) {
      return true;
    }
    if (isAttached(after) || before == ZERO_WIDTH_JOINER) {
      return false;
    }
    return !(isInWords(before) && isInWords(after))
        && !(isFlagLetter(before) && isFlagLetter(after));
  }

  public static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private static boolean isInWords(int codePoint) {
    return (Character.isLetterOrDigit(codePoint) || isAttached(codePoint))
        && !UNSPACED.contains(UnicodeScript.of(codePoint));
  }

  private static boolean isAttached(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default ->
          codePoint == ZERO_WIDTH_JOINER
              || codePoint == ZERO_WIDTH_NON_JOINER
              || Character.isEmojiModifier(codePoint);
    };
  }

  // Two of them are one flag.
  private static boolean isFlagLetter(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }
}
