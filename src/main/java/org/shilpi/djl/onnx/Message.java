package org.shilpi.djl.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A protobuf message in the making (<https://protobuf.dev/programming-guides/encoding>).
final class Message {
  private static final int VARINT = 0;
  private static final int LENGTH = 2;
  private static final int FOUR_BYTES = 5;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private void varint(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      bytes.write((int) (left & 0x7f | 0x80));
      left >>>= 7;
    }
    bytes.write((int) left);
  }

  private void tag(int field, int wire) {
    varint((long) field << 3 | wire);
  }

  Message number(int field, long value) {
    tag(field, VARINT);
    varint(value);
    return this;
  }

  Message real(int field, float value) {
    tag(field, FOUR_BYTES);
    ByteBuffer four = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.writeBytes(four.putFloat(value).array());
    return this;
  }

  Message text(int field, String text) {
    return bytes(field, text.getBytes(StandardCharsets.UTF_8));
  }

  Message message(int field, Message inner) {
    return bytes(field, inner.bytes.toByteArray());
  }

  private Message bytes(int field, byte[] content) {
    return begin(field, content.length).raw(content);
  }

  /// What stands before a value of so many bytes, which must be written behind this message.
  Message begin(int field, long length) {
    tag(field, LENGTH);
    varint(length);
    return this;
  }

  /// Bytes that are part of a message already.
  Message raw(byte[] content) {
    bytes.writeBytes(content);
    return this;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
