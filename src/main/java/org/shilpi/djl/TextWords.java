package org.shilpi.djl;

/// Where the words of a text are, in UTF-16 code units.
///
/// @param start first character of each word, rising
/// @param end after each word's last character
record TextWords(int[] start, int[] end) {
  int size() {
    return start.length;
  }
}
