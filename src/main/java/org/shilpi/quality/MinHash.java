package org.shilpi.quality;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Keys by which similar texts meet (A. Broder, “On the resemblance and containment of documents”,
/// 1997; P. Indyk, R. Motwani, “Approximate nearest neighbors”, 1998).
///
/// Each of [#BANDS] × [#ROWS] hash functions keeps its smallest value over a text's pieces, which
/// is the same for two texts with the probability of their Jaccard similarity s. A band's key is
/// that of its rows together, so two texts share at least one key with the probability 1 − (1 −
/// s^7)^18: 0.985 at s = 0.8, 0.9998 at 0.9, and two in a million at 0.1.
final class MinHash {
  static final int BANDS = 18;
  static final int ROWS = 7;

  // Any will do: the same texts shall give the same report.
  private static final long SEED = 20_261_123;

  private final int[] factors = new int[BANDS * ROWS];
  private final int[] offsets = new int[BANDS * ROWS];
  private final int[] least = new int[BANDS * ROWS];

  MinHash() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < factors.length; i++) {
      factors[i] = random.nextInt() | 1;
      offsets[i] = random.nextInt();
    }
  }

  /// Takes a text's pieces in.
  void take(Shingles pieces) {
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int p = 0; p < pieces.count(); p++) {
      int piece = pieces.hashes()[p];
      // One instruction does eight of these at a time.
      for (int i = 0; i < least.length; i++) {
        least[i] = Math.min(least[i], factors[i] * piece + offsets[i]);
      }
    }
  }

  /// The key of a band for the text taken in last.
  int key(int band) {
    long key = band;
    for (int i = band * ROWS; i < (band + 1) * ROWS; i++) {
      key = (key ^ least[i]) * 0x9E3779B97F4A7C15L;
      key ^= key >>> 29;
    }
    return (int) (key >>> 32);
  }
}
