package org.shilpi.train;

import java.util.Arrays;

/// The terms of one text and how often each occurs, by 64-bit hash, in ascending order.
///
/// Pieces of characters have the sign bit set and words have not, so that the pieces come first.
/// Two of a million terms share a hash with a probability of about 10^-7.
///
/// @param terms distinct hashes, ascending
/// @param counts occurrences of each, at least 1
record TermBag(long[] terms, int[] counts) {
  static TermBag of(String text) {
    var hashes = new Hashes();
    Grams.cut(
        text,
        (points, from, to) -> hashes.add(hash(points, from, to) & Long.MAX_VALUE),
        (points, from, to) -> hashes.add(hash(points, from, to) | Long.MIN_VALUE));
    return hashes.bag();
  }

  int size() {
    return terms.length;
  }

  /// FNV-1a over code points, then the finalizer of SplitMix64, which FNV lacks.
  static long hash(int[] codePoints, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ codePoints[i]) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }

  private static final class Hashes {
    private long[] values = new long[512];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    TermBag bag() {
      Arrays.sort(values, 0, size);
      var counts = new int[size];
      int distinct = 0;
      for (int i = 0; i < size; i++) {
        if (distinct == 0 || values[i] != values[distinct - 1]) {
          values[distinct++] = values[i];
        }
        counts[distinct - 1]++;
      }
      return new TermBag(Arrays.copyOf(values, distinct), Arrays.copyOf(counts, distinct));
    }
  }
}
