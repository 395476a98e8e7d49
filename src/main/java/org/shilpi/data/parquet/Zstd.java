package org.shilpi.data.parquet;

import java.util.Arrays;

/// Unpacks Zstandard frames (RFC 8878), without dictionaries of their own. The window is the whole
/// page, which its head bounds; checksums at the end of frames are passed over.
final class Zstd {
  private static final int MAGIC = 0xFD2FB528;
  private static final int SKIPPED = 0x184D2A50;
  private static final int LONGEST_BLOCK = 1 << 17;
  private static final int COMPRESSED_LITERALS = 2;
  private static final int TREELESS_LITERALS = 3;

  private static final int[] LITERAL_BASE = {
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64,
    128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536
  };
  private static final int[] LITERAL_BITS = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11,
    12, 13, 14, 15, 16
  };
  private static final int[] MATCH_BASE = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
    29, 30, 31, 32, 33, 34, 35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051,
    4099, 8195, 16387, 32771, 65539
  };
  private static final int[] MATCH_BITS = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
  };
  private static final int MOST_OFFSET = 31;

  private static final int[] LITERAL_COUNTS = {
    4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1,
    -1, -1, -1, -1
  };
  private static final int[] MATCH_COUNTS = {
    1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1
  };
  private static final int[] OFFSET_COUNTS = {
    1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1
  };

  private final Bytes in;
  private final Target out;

  // What a block may take over from the one before it, within a frame.
  private Huffman literalTree = Huffman.NONE;
  private Fse literalLengths = Fse.NONE;
  private Fse offsets = Fse.NONE;
  private Fse matchLengths = Fse.NONE;
  private final int[] last = {1, 4, 8};

  private Zstd(Bytes in, Target out) {
    this.in = in;
    this.out = out;
  }

  /// @param size bytes that it must come to
  static byte[] unpack(Bytes in, int size) throws Broken {
    Target out = new Target(size);
    while (in.left() > 0) {
      int magic = in.int32();
      if ((magic & ~0xF) == SKIPPED) {
        in.skip(Integer.toUnsignedLong(in.int32()));
      } else if (magic == MAGIC) {
        new Zstd(in, out).frame();
      } else {
        throw new Broken("no Zstandard frame");
      }
    }
    return out.whole();
  }

  private void frame() throws Broken {
    int head = in.next();
    boolean single = (head & 0x20) != 0;
    if (!single) {
      in.skip(1); // how far back copies reach
    }
    int[] dictionary = {0, 1, 2, 4};
    if (in.little(dictionary[head & 3]) != 0) {
      throw new Broken("a Zstandard dictionary");
    }
    int[] size = {single ? 1 : 0, 2, 4, 8};
    in.skip(size[head >> 6]);
    boolean more = true;
    while (more) {
      int block = (int) in.little(3);
      more = (block & 1) == 0;
      block(block >> 1 & 3, block >> 3);
    }
    if ((head & 4) != 0) {
      in.skip(4);
    }
  }

  private void block(int type, int size) throws Broken {
    switch (type) {
      case 0 -> out.literal(in, size);
      case 1 -> out.repeat(in.next(), size);
      case 2 -> {
        if (size > LONGEST_BLOCK) {
          throw new Broken("a block of " + size);
        }
        compressed(in.part(size));
      }
      default -> throw new Broken("a block of type " + type);
    }
  }

  private void compressed(Bytes block) throws Broken {
    Bytes literals = literals(block);
    int count = block.next();
    if (count > 127) {
      count = count == 255 ? (int) block.little(2) + 0x7F00 : (count - 128 << 8) + block.next();
    }
    if (count > 0) {
      int modes = block.next();
      if ((modes & 3) != 0) {
        throw new Broken("modes " + modes);
      }
      literalLengths = table(block, modes >> 6, literalLengths, 35, 9, LITERAL_COUNTS, 6);
      offsets = table(block, modes >> 4 & 3, offsets, MOST_OFFSET, 8, OFFSET_COUNTS, 5);
      matchLengths = table(block, modes >> 2 & 3, matchLengths, 52, 9, MATCH_COUNTS, 6);
      sequences(new BackwardBits(block), count, literals);
    }
    out.literal(literals, literals.left());
  }

  private static Fse table(
      Bytes block, int mode, Fse before, int mostSymbol, int mostLog, int[] usual, int usualLog)
      throws Broken {
    return switch (mode) {
      case 0 -> Fse.of(usual, usualLog);
      case 1 -> Fse.always(block.next(), mostSymbol);
      case 2 -> Fse.read(block, mostSymbol, mostLog);
      default -> {
        if (before == Fse.NONE) {
          throw new Broken("no table to take over");
        }
        yield before;
      }
    };
  }

  private void sequences(BackwardBits bits, int count, Bytes literals) throws Broken {
    int literal = bits.next(literalLengths.log());
    int offset = bits.next(offsets.log());
    int match = bits.next(matchLengths.log());
    for (int i = 0; i < count; i++) {
      int far = offsets.symbol(offset);
      long raw = (1L << far) + bits.longNext(far);
      int matchCode = matchLengths.symbol(match);
      int length = MATCH_BASE[matchCode] + bits.next(MATCH_BITS[matchCode]);
      int literalCode = literalLengths.symbol(literal);
      int before = LITERAL_BASE[literalCode] + bits.next(LITERAL_BITS[literalCode]);
      out.literal(literals, before);
      out.copy(back(raw, before == 0), length);
      if (i + 1 < count) {
        literal = literalLengths.next(literal, bits);
        match = matchLengths.next(match, bits);
        offset = offsets.next(offset, bits);
      }
    }
    if (bits.left() != 0) {
      throw new Broken(bits.left() + " bits too many");
    }
  }

  // The three that were used last go by numbers of their own.
  private int back(long raw, boolean noLiterals) throws Broken {
    if (raw > 3) {
      last[2] = last[1];
      last[1] = last[0];
      last[0] = (int) Math.min(raw - 3, Integer.MAX_VALUE);
      return last[0];
    }
    int which = (int) raw - 1 + (noLiterals ? 1 : 0);
    int back = which == 3 ? last[0] - 1 : last[which];
    if (back <= 0) {
      throw new Broken("a copy from " + back + " back");
    }
    if (which > 0) {
      if (which > 1) {
        last[2] = last[1];
      }
      last[1] = last[0];
      last[0] = back;
    }
    return back;
  }

  private Bytes literals(Bytes block) throws Broken {
    int head = block.next();
    int type = head & 3;
    int form = head >> 2 & 3;
    if (type < COMPRESSED_LITERALS) {
      int size =
          switch (form) {
            case 1 -> head >> 4 | block.next() << 4;
            case 3 -> head >> 4 | (int) block.little(2) << 4;
            default -> head >> 3;
          };
      if (type == 0) {
        return block.part(size);
      }
      byte[] same = new byte[size];
      Arrays.fill(same, (byte) block.next());
      return new Bytes(same);
    }
    int bytes = form < 2 ? 2 : form + 1;
    long sizes = head >> 4 | block.little(bytes) << 4;
    int bits = form < 2 ? 10 : form == 2 ? 14 : 18;
    int size = (int) (sizes & (1 << bits) - 1);
    int packed = (int) (sizes >> bits);
    if (size > LONGEST_BLOCK) {
      throw new Broken(size + " literal bytes");
    }
    Bytes part = block.part(packed);
    if (type != TREELESS_LITERALS) {
      literalTree = Huffman.read(part);
    }
    return new Bytes(literalTree.unpack(part, size, form == 0 ? 1 : 4));
  }
}
