package org.shilpi.data.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Bytes of a file in memory, read from front to back; what is not there is never read.
final class Bytes {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] data;
  private final int end;
  private int at;

  Bytes(byte[] data) {
    this(data, 0, data.length);
  }

  private Bytes(byte[] data, int from, int end) {
    this.data = data;
    this.at = from;
    this.end = end;
  }

  int left() {
    return end - at;
  }

  /// Where in [#array()] the next byte lies.
  int at() {
    return at;
  }

  byte[] array() {
    return data;
  }

  /// Passes over bytes.
  ///
  /// @return where the first of them lies in [#array()]
  int skip(long count) throws Broken {
    if (count < 0 || count > left()) {
      throw new Broken(count + " bytes wanted, " + left() + " left");
    }
    int start = at;
    at += (int) count;
    return start;
  }

  /// The next bytes as a part of their own.
  Bytes part(long count) throws Broken {
    int start = skip(count);
    return new Bytes(data, start, at);
  }

  /// What is left, to be read once more.
  Bytes rest() {
    return new Bytes(data, at, end);
  }

  /// An unsigned byte.
  int next() throws Broken {
    return data[skip(1)] & 0xFF;
  }

  int int32() throws Broken {
    return (int) INT.get(data, skip(Integer.BYTES));
  }

  long int64() throws Broken {
    return (long) LONG.get(data, skip(Long.BYTES));
  }

  /// A number of up to eight bytes, the lowest first.
  long little(int bytes) throws Broken {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (long) next() << 8 * i;
    }
    return number;
  }

  /// A whole number in groups of seven bits, the lowest first (ULEB128).
  long varint() throws Broken {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = next();
      value |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new Broken("a number without an end");
  }

  /// A signed number, as [#varint()] with its sign in the lowest bit.
  long zigzag() throws Broken {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /// A number of things.
  int count(int most) throws Broken {
    long count = varint();
    if (count < 0 || count > most) {
      throw new Broken(count + " things where at most " + most + " can be");
    }
    return (int) count;
  }

  String text(int length) throws Broken {
    return new String(data, skip(length), length, StandardCharsets.UTF_8);
  }
}
