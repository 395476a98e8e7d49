package org.shilpi.data.parquet;

/// A Huffman tree of bytes (RFC 8878, section 4.2), as a table of all that its longest code can be.
///
/// @param log bits of the longest code
final class Huffman {
  static final Huffman NONE = new Huffman(0, new byte[0], new byte[0]);

  private static final int LONGEST = 11;
  private static final int MOST_WEIGHTS = 255;

  private final int log;
  private final byte[] symbols;
  private final byte[] lengths;

  private Huffman(int log, byte[] symbols, byte[] lengths) {
    this.log = log;
    this.symbols = symbols;
    this.lengths = lengths;
  }

  static Huffman read(Bytes in) throws Broken {
    int head = in.next();
    int[] weights = new int[MOST_WEIGHTS + 1];
    int count;
    if (head >= 128) {
      count = head - 127;
      for (int i = 0; i < count; i += 2) {
        int two = in.next();
        weights[i] = two >> 4;
        weights[i + 1] = two & 15;
      }
      weights[count] = 0;
    } else {
      count = packed(in.part(head), weights);
    }
    return of(weights, count);
  }

  // Two states take turns, until the bits are used up.
  private static int packed(Bytes in, int[] weights) throws Broken {
    Fse table = Fse.read(in, LONGEST + 1, 6);
    BackwardBits bits = new BackwardBits(in);
    int[] states = {bits.next(table.log()), bits.next(table.log())};
    int count = 0;
    while (true) {
      if (count + 2 > MOST_WEIGHTS) {
        throw new Broken("more weights than bytes");
      }
      int turn = count & 1;
      weights[count++] = table.symbol(states[turn]);
      states[turn] = table.next(states[turn], bits);
      if (bits.left() < 0) {
        weights[count++] = table.symbol(states[turn ^ 1]);
        return count;
      }
    }
  }

  // The last weight is what is missing to a power of two.
  private static Huffman of(int[] weights, int count) throws Broken {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      if (weights[i] > LONGEST) {
        throw new Broken("a weight of " + weights[i]);
      }
      sum += weights[i] == 0 ? 0 : 1 << weights[i] - 1;
    }
    int log = Integer.SIZE - Integer.numberOfLeadingZeros(sum);
    int left = (1 << log) - sum;
    if (sum == 0 || log > LONGEST || Integer.bitCount(left) != 1) {
      throw new Broken("weights that make no tree");
    }
    weights[count] = Integer.numberOfTrailingZeros(left) + 1;
    byte[] symbols = new byte[1 << log];
    byte[] lengths = new byte[1 << log];
    int at = 0;
    for (int weight = 1; weight <= log; weight++) {
      for (int symbol = 0; symbol <= count; symbol++) {
        if (weights[symbol] == weight) {
          for (int i = 0; i < 1 << weight - 1; i++) {
            symbols[at] = (byte) symbol;
            lengths[at++] = (byte) (log + 1 - weight);
          }
        }
      }
    }
    return new Huffman(log, symbols, lengths);
  }

  /// @param size bytes that it must come to
  /// @param streams 1, or 4 with the lengths of the first three ahead
  byte[] unpack(Bytes in, int size, int streams) throws Broken {
    if (log == 0) {
      throw new Broken("no tree to take over");
    }
    byte[] out = new byte[size];
    if (streams == 1) {
      stream(in, out, 0, size);
      return out;
    }
    int[] lengths = {(int) in.little(2), (int) in.little(2), (int) in.little(2)};
    int quarter = (size + 3) / 4;
    if (quarter * 3 > size) {
      throw new Broken(size + " bytes in four");
    }
    for (int i = 0; i < 3; i++) {
      stream(in.part(lengths[i]), out, quarter * i, quarter * (i + 1));
    }
    stream(in, out, quarter * 3, size);
    return out;
  }

  private void stream(Bytes in, byte[] out, int from, int to) throws Broken {
    BackwardBits bits = new BackwardBits(in);
    int state = bits.next(log);
    for (int i = from; i < to; i++) {
      out[i] = symbols[state];
      int length = lengths[state];
      state = (state << length) + bits.next(length) & (1 << log) - 1;
    }
    if (bits.left() != -log) {
      throw new Broken("a stream that ends elsewhere");
    }
  }
}
