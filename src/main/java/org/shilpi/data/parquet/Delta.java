package org.shilpi.data.parquet;

/// Whole numbers as differences, packed bit by bit in blocks (DELTA_BINARY_PACKED).
final class Delta {
  private static final int MOST_IN_BLOCK = 1 << 20;

  private final Bytes in;
  private final int[] widths;
  private final int inMiniblock;
  private final int total;
  private long value;
  private int read;

  private long smallest;
  private int miniblock;
  private int leftInMiniblock;
  private long buffer;
  private int bits;

  Delta(Bytes in) throws Broken {
    this.in = in;
    int block = in.count(MOST_IN_BLOCK);
    int miniblocks = in.count(Math.max(block, 1));
    this.total = in.count(Integer.MAX_VALUE);
    this.value = in.zigzag();
    if (miniblocks == 0 || block % miniblocks != 0) {
      throw new Broken("a block of " + block + " in " + miniblocks);
    }
    this.widths = new int[miniblocks];
    this.inMiniblock = block / miniblocks;
    this.miniblock = miniblocks;
  }

  /// How many numbers there are.
  int total() {
    return total;
  }

  long next() throws Broken {
    if (read == total) {
      throw new Broken("more than " + total + " numbers wanted");
    }
    if (read++ == 0) {
      return value;
    }
    while (leftInMiniblock == 0) {
      nextMiniblock();
    }
    leftInMiniblock--;
    value += smallest + bits(widths[miniblock]);
    return value;
  }

  private void nextMiniblock() throws Broken {
    miniblock++;
    if (miniblock >= widths.length) {
      smallest = in.zigzag();
      for (int i = 0; i < widths.length; i++) {
        widths[i] = in.next();
        if (widths[i] > Long.SIZE) {
          throw new Broken(widths[i] + " bits");
        }
      }
      miniblock = 0;
    }
    leftInMiniblock = inMiniblock;
    buffer = 0;
    bits = 0;
  }

  private long bits(int width) throws Broken {
    long result = 0;
    int got = 0;
    while (got < width) {
      if (bits == 0) {
        buffer = in.next();
        bits = 8;
      }
      int taken = Math.min(bits, width - got);
      result |= (buffer & (1L << taken) - 1) << got;
      buffer >>>= taken;
      bits -= taken;
      got += taken;
    }
    return result;
  }

  /// Passes over what was not read: where the next part of a page begins.
  void skipRest() throws Broken {
    while (read < total) {
      next();
    }
    // The last miniblock is filled up.
    while (leftInMiniblock > 0) {
      leftInMiniblock--;
      bits(widths[miniblock]);
    }
  }
}
