package org.shilpi.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as finders look at it. Made once a text, so that they share what is known of it.
final class Passage {
  private static final int CONTEXT = 40;

  private final String text;
  private final List<Word> words;
  private final boolean digits;
  private final SmallWords small;

  /// A text by itself.
  Passage(String text) {
    this(text, new SmallWords());
  }

  /// @param small what is known of the texts beside it
  Passage(String text, SmallWords small) {
    this.text = text;
    this.small = small;
    this.words = words(text);
    this.digits = words.stream().anyMatch(word -> hasDigit(word));
  }

  private static boolean hasDigit(Word word) {
    return word.shape() == Word.Shape.DIGITS || word.shape() == Word.Shape.MIXED;
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>(text.length() / 5 + 1);
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && belongs(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(Word.of(text, start, i));
        start = -1;
      }
    }
    return words;
  }

  private static boolean belongs(char c) {
    if (c < 128) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.SURROGATE ->
          true;
      default -> Character.isLetterOrDigit(c);
    };
  }

  String text() {
    return text;
  }

  /// Whether one of these words is in it, all in lower case.
  boolean hasAny(Set<String> wanted) {
    for (Word word : words) {
      if (wanted.contains(word.lower())) {
        return true;
      }
    }
    return false;
  }

  /// Whether something without a space is at least this long.
  boolean hasLong(int length) {
    int since = -1;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        since = i;
      } else if (i - since >= length) {
        return true;
      }
    }
    return false;
  }

  /// Words in order.
  List<Word> words() {
    return words;
  }

  /// Whether the texts around write this word small.
  boolean small(Word word) {
    return small.contains(word.lower());
  }

  boolean hasDigits() {
    return digits;
  }

  /// The place of the first word that begins at this character or later; the number of words if
  /// there is none.
  int wordAt(int at) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).start() < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// What stands between two words.
  String between(Word first, Word second) {
    return text.substring(first.end(), second.start());
  }

  /// Whether the pattern is met shortly before this place, in the same paragraph or the line above.
  boolean before(int at, Pattern context) {
    return context.matcher(text).region(Math.max(0, at - CONTEXT), at).find();
  }

  boolean after(int at, Pattern context) {
    return context.matcher(text).region(at, Math.min(text.length(), at + CONTEXT)).find();
  }

  boolean near(int start, int end, Pattern context) {
    return before(start, context) || after(end, context);
  }

  /// Everywhere the pattern is met.
  Matcher all(Pattern pattern) {
    return pattern.matcher(text);
  }

  char at(int place) {
    return place < 0 || place >= text.length() ? '\n' : text.charAt(place);
  }

  /// Whether a sentence, a line or a quotation begins at this word.
  boolean opens(Word word) {
    int at = word.start() - 1;
    while (at >= 0 && " \t\"'“”‘’([*_>-–—?".indexOf(text.charAt(at)) >= 0) {
      if (text.charAt(at) == '?') {
        return true;
      }
      at--;
    }
    return at < 0 || ".!?:\n\r;|•।".indexOf(text.charAt(at)) >= 0;
  }
}
