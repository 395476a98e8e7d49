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

  private static final int HASHES_A_LONG = Long.SIZE / 2;

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

  /// Longs that [#sketch] fills: two bits a hash function.
  static final int SKETCH = Math.ceilDiv(BANDS * ROWS * 2, Long.SIZE);

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

  /// The two lowest bits of every hash function's smallest value, for [#alike] (P. Li, A. König,
  /// “b-bit minwise hashing”, 2010).
  ///
  /// @param sketches where [#SKETCH] longs are written
  /// @param from place of the first
  void sketch(long[] sketches, int from) {
    Arrays.fill(sketches, from, from + SKETCH, 0);
    for (int i = 0; i < least.length; i++) {
      // The lowest bits of a product with an odd factor know only the piece's own lowest bits.
      long bits = least[i] * 0x9E3779B97F4A7C15L >>> 62;
      sketches[from + i / HASHES_A_LONG] |= bits << 2 * (i % HASHES_A_LONG);
    }
  }

  /// How many hash functions' bits are the same in two sketches: about 126 × (1 + 3s) / 4 for two
  /// texts with a similarity of s. Good for an order, not for a decision.
  static int alike(long[] sketches, int a, int b) {
    int different = 0;
    for (int i = 0; i < SKETCH; i++) {
      long bits = sketches[a + i] ^ sketches[b + i];
      different += Long.bitCount((bits | bits >>> 1) & 0x5555555555555555L);
    }
    return BANDS * ROWS - different;
  }
}
