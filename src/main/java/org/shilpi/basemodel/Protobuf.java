package org.shilpi.basemodel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads a protobuf message: fields, each a number with a wire type, then its value
/// (<https://protobuf.dev/programming-guides/encoding>). Nothing is copied. A message that ends too
/// early throws `BufferUnderflowException`, one that breaks the format `IllegalStateException`.
final class Protobuf {
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH = 2;
  private static final int FOUR_BYTES = 5;

  private final ByteBuffer left;
  private int tag;

  Protobuf(ByteBuffer bytes) {
    this.left = bytes.duplicate();
  }

  boolean next() {
    if (!left.hasRemaining()) {
      return false;
    }
    tag = (int) varint();
    return true;
  }

  boolean is(int field) {
    return tag >>> 3 == field;
  }

  long number() {
    expect(VARINT);
    return varint();
  }

  /// Repeated numbers, packed or one by one.
  void numbers(List<Long> to) {
    if ((tag & 7) == VARINT) {
      to.add(varint());
      return;
    }
    Protobuf packed = message();
    while (packed.left.hasRemaining()) {
      to.add(packed.varint());
    }
  }

  ByteBuffer bytes() {
    expect(LENGTH);
    long length = varint();
    if (length < 0 || length > left.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer bytes = left.slice(left.position(), (int) length);
    left.position(left.position() + (int) length);
    return bytes;
  }

  Protobuf message() {
    return new Protobuf(bytes());
  }

  String text() {
    return StandardCharsets.UTF_8.decode(bytes()).toString();
  }

  void skip() {
    switch (tag & 7) {
      case VARINT -> varint();
      case EIGHT_BYTES -> left.getLong();
      case LENGTH -> bytes();
      case FOUR_BYTES -> left.getInt();
      default -> throw new IllegalStateException("wire type " + (tag & 7));
    }
  }

  private void expect(int wire) {
    if ((tag & 7) != wire) {
      throw new IllegalStateException("field " + (tag >>> 3) + " has wire type " + (tag & 7));
    }
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = left.get();
      value |= (long) (next & 127) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalStateException("a number of more than 64 bits");
  }
}
