package org.shilpi.data.parquet;

/// Small numbers in runs: of one that repeats, or of many packed bit by bit ("RLE/bit-packing
/// hybrid"). It never ends by itself where they have no bits.
final class Hybrid {
  private final Bytes in;
  private final int width;
  private long left;
  private boolean packed;
  private int repeated;
  private long buffer;
  private int bits;

  /// @param width bits of a number, at most 32
  Hybrid(Bytes in, int width) throws Broken {
    if (width > Integer.SIZE) {
      throw new Broken(width + " bits");
    }
    this.in = in;
    this.width = width;
  }

  int next() throws Broken {
    if (width == 0) {
      return 0;
    }
    while (left == 0) {
      run();
    }
    left--;
    return packed ? bits() : repeated;
  }

  private void run() throws Broken {
    long head = in.varint();
    packed = (head & 1) == 1;
    left = head >>> 1;
    bits = 0;
    buffer = 0;
    if (packed) {
      left = Math.min(left, Integer.MAX_VALUE) * 8;
    } else {
      repeated = 0;
      for (int shift = 0; shift < width; shift += 8) {
        repeated |= in.next() << shift;
      }
    }
  }

  private int bits() throws Broken {
    while (bits < width) {
      buffer |= (long) in.next() << bits;
      bits += 8;
    }
    int value = (int) (buffer & (1L << width) - 1);
    buffer >>>= width;
    bits -= width;
    return value;
  }

  /// As many bits as numbers up to this one take.
  static int width(int most) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(most);
  }
}
