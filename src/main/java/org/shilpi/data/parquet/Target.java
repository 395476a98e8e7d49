package org.shilpi.data.parquet;

import java.util.Arrays;

/// Bytes that are being unpacked, as many as were told ahead.
final class Target {
  private final byte[] out;
  private int at;

  Target(int size) {
    this.out = new byte[size];
  }

  void literal(Bytes in, long length) throws Broken {
    int count = fitting(length);
    System.arraycopy(in.array(), in.skip(count), out, at, count);
    at += count;
  }

  void repeat(int octet, long length) throws Broken {
    int count = fitting(length);
    Arrays.fill(out, at, at + count, (byte) octet);
    at += count;
  }

  /// Copies what was unpacked before; it may reach into what it itself copies.
  void copy(int back, long length) throws Broken {
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

  byte[] whole() throws Broken {
    if (at < out.length) {
      throw new Broken(at + " of " + out.length + " bytes");
    }
    return out;
  }
}
