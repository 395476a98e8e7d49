package org.shilpi.train;

import java.text.Normalizer;
import java.util.Locale;

/// Cuts a text into the terms that the TF-IDF baseline counts: words, pairs of neighbouring words,
/// and pieces of 2 to 5 characters that do not cross the blanks between words.
///
/// Everything counts in Unicode code points of the lower-case NFKC form. A word is a run of
/// letters, combining marks, digits and joiners, so that a Devanagari word stays whole with its
/// vowel signs. The pieces come from the runs between white space, punctuation included, with one
/// blank put before and after; a run shorter than the piece is taken once, whole (scikit-learn's
/// `char_wb`).
final class Grams {
  /// Longer texts are read up to here: any base model reads less than that.
  static final int MOST_CODE_POINTS = 4_000;

  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;

  private Grams() {}

  /// Takes one term: a range of code points that must not be kept.
  @FunctionalInterface
  interface Sink {
    void accept(int[] codePoints, int from, int to);
  }

  /// Hands every occurrence of every term on, words to one sink and pieces to the other.
  static void cut(String text, Sink words, Sink pieces) {
    var codePoints =
        Normalizer.normalize(head(text), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .toArray();
    words(codePoints, words);
    pieces(codePoints, pieces);
  }

  private static String head(String text) {
    return text.length() <= MOST_CODE_POINTS
            || text.codePointCount(0, text.length()) <= MOST_CODE_POINTS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CODE_POINTS));
  }

  private static void words(int[] codePoints, Sink sink) {
    // A pair is the two words with one blank between, whatever stood there.
    var pair = new int[codePoints.length + 1];
    int previousLength = 0;
    int from = 0;
    while (from < codePoints.length) {
      if (!partOfWord(codePoints[from])) {
        from++;
        continue;
      }
      int to = from + 1;
      while (to < codePoints.length && partOfWord(codePoints[to])) {
        to++;
      }
      sink.accept(codePoints, from, to);
      int length = to - from;
      if (previousLength > 0) {
        pair[previousLength] = ' ';
        System.arraycopy(codePoints, from, pair, previousLength + 1, length);
        sink.accept(pair, 0, previousLength + 1 + length);
      }
      System.arraycopy(codePoints, from, pair, 0, length);
      previousLength = length;
      from = to;
    }
  }

  private static void pieces(int[] codePoints, Sink sink) {
    var padded = new int[codePoints.length + 2];
    int from = 0;
    while (from < codePoints.length) {
      if (blank(codePoints[from])) {
        from++;
        continue;
      }
      int to = from + 1;
      while (to < codePoints.length && !blank(codePoints[to])) {
        to++;
      }
      padded[0] = ' ';
      System.arraycopy(codePoints, from, padded, 1, to - from);
      padded[to - from + 1] = ' ';
      pieces(padded, to - from + 2, sink);
      from = to;
    }
  }

  private static void pieces(int[] padded, int length, Sink sink) {
    for (int n = SHORTEST; n <= LONGEST; n++) {
      if (n >= length) {
        sink.accept(padded, 0, length);
        return;
      }
      for (int start = 0; start + n <= length; start++) {
        sink.accept(padded, start, start + n);
      }
    }
  }

  private static boolean blank(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private static boolean partOfWord(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> Character.isLetterOrDigit(codePoint) || codePoint == 0x200C || codePoint == 0x200D;
    };
  }
}
