package org.shilpi.data.parquet;

import java.util.ArrayList;
import java.util.List;

/// A table of finite state entropy (RFC 8878, section 4.1): each state stands for a symbol, and
/// says how to come to the next.
final class Fse {
  static final Fse NONE = new Fse(0, new byte[1], new byte[1], new int[1]);

  private static final int LEAST_LOG = 5;

  private final int log;
  private final byte[] symbols;
  private final byte[] bits;
  private final int[] bases;

  private Fse(int log, byte[] symbols, byte[] bits, int[] bases) {
    this.log = log;
    this.symbols = symbols;
    this.bits = bits;
    this.bases = bases;
  }

  /// How many bits a state has.
  int log() {
    return log;
  }

  int symbol(int state) {
    return symbols[state];
  }

  int next(int state, BackwardBits in) throws Broken {
    return bases[state] + in.next(bits[state]);
  }

  /// One symbol that takes no bits.
  static Fse always(int symbol, int mostSymbol) throws Broken {
    if (symbol > mostSymbol) {
      throw new Broken("symbol " + symbol);
    }
    return new Fse(0, new byte[] {(byte) symbol}, new byte[1], new int[1]);
  }

  /// Reads how often each symbol comes.
  static Fse read(Bytes in, int mostSymbol, int mostLog) throws Broken {
    ForwardBits bits = new ForwardBits(in);
    int log = bits.next(4) + LEAST_LOG;
    if (log > mostLog) {
      throw new Broken("a table of " + log + " bits");
    }
    List<Integer> counts = new ArrayList<>();
    int left = 1 << log;
    while (left > 0) {
      if (counts.size() > mostSymbol) {
        throw new Broken("symbol " + counts.size());
      }
      int width = Integer.SIZE - Integer.numberOfLeadingZeros(left + 1);
      int value = bits.next(width - 1);
      int rest = (1 << width) - 1 - (left + 1);
      if (value >= rest) {
        value |= bits.next(1) << width - 1;
        if (value >= 1 << width - 1) {
          value -= rest;
        }
      }
      counts.add(value - 1);
      left -= Math.abs(value - 1);
      if (value == 1) {
        zeros(bits, counts, mostSymbol);
      }
    }
    if (left < 0) {
      throw new Broken("more symbols than states");
    }
    bits.end();
    return of(counts.stream().mapToInt(Integer::intValue).toArray(), log);
  }

  private static void zeros(ForwardBits bits, List<Integer> counts, int mostSymbol) throws Broken {
    int more;
    do {
      more = bits.next(2);
      for (int i = 0; i < more; i++) {
        counts.add(0);
      }
      if (counts.size() > mostSymbol + 1) {
        throw new Broken("symbol " + counts.size());
      }
    } while (more == 3);
  }

  /// @param counts states of each symbol; -1 for less than one, which has a state at the end
  static Fse of(int[] counts, int log) throws Broken {
    int size = 1 << log;
    byte[] symbols = new byte[size];
    int[] next = new int[counts.length];
    int high = size;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      next[symbol] = Math.abs(counts[symbol]);
      if (counts[symbol] == -1) {
        symbols[--high] = (byte) symbol;
      }
    }
    int step = (size >> 1) + (size >> 3) + 3;
    int at = 0;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      for (int i = 0; i < counts[symbol]; i++) {
        symbols[at] = (byte) symbol;
        do {
          at = at + step & size - 1;
        } while (at >= high);
      }
    }
    if (at != 0) {
      throw new Broken("symbols that do not fill their table");
    }
    byte[] bits = new byte[size];
    int[] bases = new int[size];
    for (int state = 0; state < size; state++) {
      int times = next[symbols[state]]++;
      bits[state] = (byte) (log - (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(times)));
      bases[state] = (times << bits[state]) - size;
    }
    return new Fse(log, symbols, bits, bases);
  }

  /// Bits from the beginning to the end, the lowest first.
  private static final class ForwardBits {
    private final Bytes in;
    private int buffer;
    private int held;

    ForwardBits(Bytes in) {
      this.in = in;
    }

    int next(int count) throws Broken {
      while (held < count) {
        buffer |= in.next() << held;
        held += 8;
      }
      int value = buffer & (1 << count) - 1;
      buffer >>>= count;
      held -= count;
      return value;
    }

    /// The rest of the last byte is for nothing.
    void end() {
      held = 0;
    }
  }
}
