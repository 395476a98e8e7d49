package org.shilpi.data.parquet;

/// Bits that are read from the end of some bytes to their beginning. The last byte's highest bit
/// that is set marks the end.
final class BackwardBits {
  private final byte[] data;
  private final int start;
  private long at;

  /// Takes all that is left.
  BackwardBits(Bytes in) throws Broken {
    int length = in.left();
    this.data = in.array();
    this.start = in.skip(length);
    int end = length == 0 ? 0 : data[start + length - 1] & 0xFF;
    if (end == 0) {
      throw new Broken("bits without an end");
    }
    this.at = length * 8L - 1 - Integer.numberOfLeadingZeros(end) + 24;
  }

  /// How many are left; below zero where more were taken than there are, which read as zeros.
  long left() {
    return at;
  }

  /// A number of at most 31 bits, the highest of them read first.
  int next(int count) throws Broken {
    return (int) longNext(count);
  }

  long longNext(int count) throws Broken {
    at -= count;
    if (at < -Long.SIZE) {
      throw new Broken("more bits wanted than there are");
    }
    return peek(at, count);
  }

  private long peek(long from, int count) {
    long value = 0;
    for (long bit = Math.floorDiv(from, 8) * 8; bit < from + count; bit += 8) {
      long octet = bit < 0 ? 0 : data[start + (int) (bit / 8)] & 0xFFL;
      long shift = bit - from;
      value |= shift < 0 ? octet >>> -shift : octet << shift;
    }
    return value & (1L << count) - 1;
  }
}
