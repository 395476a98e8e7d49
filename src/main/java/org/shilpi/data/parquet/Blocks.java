package org.shilpi.data.parquet;

/// Unpacks blocks of literal bytes and of copies of what came before: Snappy
/// (google/snappy/format_description.txt) and LZ4 (lz4/doc/lz4_Block_format.md).
final class Blocks {
  private final Bytes in;
  private final byte[] out;
  private int at;

  private Blocks(Bytes in, int size) {
    this.in = in;
    this.out = new byte[size];
  }

  static byte[] snappy(Bytes in, int size) throws Broken {
    if (in.varint() != size) {
      throw new Broken("not of " + size + " bytes");
    }
    Blocks blocks = new Blocks(in, size);
    while (in.left() > 0) {
      blocks.snappyElement();
    }
    return blocks.whole();
  }

  private void snappyElement() throws Broken {
    int tag = in.next();
    int high = tag >> 2;
    switch (tag & 3) {
      case 0 -> literal(high < 60 ? high + 1L : number(high - 59) + 1);
      case 1 -> copy((high >> 3) << 8 | in.next(), 4 + (high & 7));
      case 2 -> copy((int) number(2), high + 1L);
      default -> copy(in.int32(), high + 1L);
    }
  }

  private long number(int bytes) throws Broken {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (long) in.next() << 8 * i;
    }
    return number;
  }

  static byte[] lz4(Bytes in, int size) throws Broken {
    Blocks blocks = new Blocks(in, size);
    while (in.left() > 0) {
      blocks.lz4Sequence();
    }
    return blocks.whole();
  }

  // The last sequence ends after its literal bytes.
  private void lz4Sequence() throws Broken {
    int token = in.next();
    literal(lz4Length(token >> 4));
    if (in.left() > 0) {
      int back = (int) number(2);
      copy(back, lz4Length(token & 15) + 4);
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

  private void literal(long length) throws Broken {
    int count = fitting(length);
    System.arraycopy(in.array(), in.skip(count), out, at, count);
    at += count;
  }

  // It may reach into what it itself copies.
  private void copy(int back, long length) throws Broken {
    int count = fitting(length);
    if (back <= 0 || back > at) {
      throw new Broken("a copy from " + back + " back at " + at);
    }
    for (int i = 0; i < count; i++) {
      out[at] = out[at - back];
      at++;
    }
  }

  private int fitting(long length) throws Broken {
    if (length > out.length - at) {
      throw new Broken("more than " + out.length + " bytes");
    }
    return (int) length;
  }

  private byte[] whole() throws Broken {
    if (at < out.length) {
      throw new Broken(at + " of " + out.length + " bytes");
    }
    return out;
  }
}
