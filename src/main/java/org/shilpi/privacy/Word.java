package org.shilpi.privacy;

import java.util.Locale;

/// Letters and digits in a row, with the marks that belong to them.
///
/// @param start first character in its text
/// @param end after the last one
/// @param lower in lower case
/// @param capitals how many of its letters are
record Word(int start, int end, String lower, Shape shape, int capitals) {
  /// How a word is written.
  enum Shape {
    LOWER,
    /// The first letter is a capital, others are not, or it is one capital alone.
    CAPITAL,
    /// Two or more letters, all capitals.
    UPPER,
    DIGITS,
    /// Letters and digits.
    MIXED,
    /// Of a script without capitals, as Devanagari.
    PLAIN
  }

  boolean capital() {
    return shape == Shape.CAPITAL || shape == Shape.UPPER;
  }

  int length() {
    return end - start;
  }

  static Word of(String text, int start, int end) {
    String own = text.substring(start, end);
    int capitals = 0;
    for (int i = 0; i < own.length(); i++) {
      capitals += Character.isUpperCase(own.charAt(i)) ? 1 : 0;
    }
    return new Word(start, end, own.toLowerCase(Locale.ROOT), shape(own), capitals);
  }

  private static Shape shape(String own) {
    int digits = 0;
    int uppers = 0;
    int lowers = 0;
    int letters = 0;
    for (int i = 0; i < own.length(); i++) {
      char c = own.charAt(i);
      if (Character.isDigit(c)) {
        digits++;
      } else if (Character.isUpperCase(c)) {
        uppers++;
        letters++;
      } else if (Character.isLowerCase(c)) {
        lowers++;
        letters++;
      } else {
        letters++;
      }
    }
    if (digits > 0) {
      return letters == 0 ? Shape.DIGITS : Shape.MIXED;
    }
    if (uppers + lowers == 0) {
      return Shape.PLAIN;
    }
    if (uppers >= 2 && lowers == 0) {
      return Shape.UPPER;
    }
    return Character.isUpperCase(own.charAt(0)) ? Shape.CAPITAL : Shape.LOWER;
  }
}
