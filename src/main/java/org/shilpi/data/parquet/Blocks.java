package org.shilpi.data.parquet;

/// Unpacks blocks of literal bytes and of copies of what came before: Snappy
/// (google/snappy/format_description.txt) and LZ4 (lz4/doc/lz4_Block_format.md).
final class Blocks {
  private final Bytes in;
  private final Target out;

  private Blocks(Bytes in, int size) {
    this.in = in;
    this.out = new Target(size);
  }

  static byte[] snappy(Bytes in, int size) throws Broken {
    if (in.varint() != size) {
      throw new Broken("not of " + size + " bytes");
    }
    Blocks blocks = new Blocks(in, size);
    while (in.left() > 0) {
      blocks.snappyElement();
    }
    return blocks.out.whole();
  }

  private void snappyElement() throws Broken {
    int tag = in.next();
    int high = tag >> 2;
    switch (tag & 3) {
      case 0 -> out.literal(in, high < 60 ? high + 1L : in.little(high - 59) + 1);
      case 1 -> out.copy((high >> 3) << 8 | in.next(), 4 + (high & 7));
      case 2 -> out.copy((int) in.little(2), high + 1L);
      default -> out.copy(in.int32(), high + 1L);
    }
  }

  static byte[] lz4(Bytes in, int size) throws Broken {
    Blocks blocks = new Blocks(in, size);
    while (in.left() > 0) {
      blocks.lz4Sequence();
    }
    return blocks.out.whole();
  }

  // The last sequence ends after its literal bytes.
  private void lz4Sequence() throws Broken {
    int token = in.next();
    out.literal(in, lz4Length(token >> 4));
    if (in.left() > 0) {
      int back = (int) in.little(2);
      out.copy(back, lz4Length(token & 15) + 4);
    }
  }

  private long lz4Length(int said) throws Broken {
    long length = said;
    if (said == 15) {
      int more;
      do {
        more = in.next();
        length += more;
      } while (more == 255);
    }
    return length;
  }
}
