package org.shilpi.quality;

import java.math.BigInteger;
import java.util.Arrays;

/// The pieces that two texts are compared by: every run of [#LENGTH] characters of the text made
/// alike (see [TextKey#alike]), each once, by a 32-bit hash. A shorter text is one piece.
///
/// Characters and not words, so that scripts without spaces between words are compared as well, and
/// so that a misspelt word costs five pieces and not itself and its neighbours.
///
/// Holds the pieces of one text at a time. Not for use by several threads.
final class Shingles {
  static final int LENGTH = 5;

  private static final int FACTOR = 0x9E3779B1;

  /// The factor to the power of the length, modulo 2^32.
  private static final int OUTGOING = BigInteger.valueOf(FACTOR).pow(LENGTH).intValue();

  private int[] hashes = new int[256];
  private int count;

  /// Cuts a text up.
  ///
  /// @param alike the text made alike
  void cut(String alike) {
    int length = alike.length();
    count = Math.max(1, length - LENGTH + 1);
    if (hashes.length < count) {
      hashes = new int[Integer.highestOneBit(count) << 1];
    }
    int hash = 0;
    for (int i = 0; i < Math.min(length, LENGTH); i++) {
      hash = hash * FACTOR + alike.charAt(i) + 1;
    }
    hashes[0] = mixed(hash);
    for (int i = LENGTH; i < length; i++) {
      hash = hash * FACTOR + alike.charAt(i) + 1 - (alike.charAt(i - LENGTH) + 1) * OUTGOING;
      hashes[i - LENGTH + 1] = mixed(hash);
    }
  }

  /// The hashes of the pieces: the first [#count()] entries; a piece that comes twice stands twice.
  int[] hashes() {
    return hashes;
  }

  int count() {
    return count;
  }

  /// The pieces of a text, each once, ascending.
  int[] sorted(String alike) {
    cut(alike);
    Arrays.sort(hashes, 0, count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (distinct == 0 || hashes[i] != hashes[distinct - 1]) {
        hashes[distinct++] = hashes[i];
      }
    }
    return Arrays.copyOf(hashes, distinct);
  }

  /// The share of pieces that two texts have in common among those that either has (P. Jaccard,
  /// 1901), 0 to 1.
  ///
  /// @param a as from [#sorted], not empty
  /// @param b likewise
  static double jaccard(int[] a, int[] b) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        common++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return (double) common / (a.length + b.length - common);
  }

  // The finalizer of MurmurHash3: the polynomial's low bits know only the last characters.
  private static int mixed(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }
}
