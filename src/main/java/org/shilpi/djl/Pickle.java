package org.shilpi.djl;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A pickle in the making, protocol 2, with the few opcodes that a TorchScript archive needs (see
/// `pickletools` of Python, and `torch/csrc/jit/serialization/pickler.cpp`).
final class Pickle {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Pickle() {
    op(0x80).write(2); // PROTO
  }

  private ByteArrayOutputStream op(int code) {
    bytes.write(code);
    return bytes;
  }

  Pickle global(String module, String name) {
    op('c').writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  Pickle text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    op('X').writeBytes(four(utf8.length)); // BINUNICODE
    bytes.writeBytes(utf8);
    return this;
  }

  Pickle flag(boolean value) {
    op(value ? 0x88 : 0x89); // NEWTRUE, NEWFALSE
    return this;
  }

  /// @param value within 64 bits, signed
  Pickle number(long value) {
    if (value == (int) value) {
      op('J').writeBytes(four((int) value)); // BININT
    } else {
      op(0x8a).write(Long.BYTES); // LONG1
      bytes.writeBytes(
          ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    }
    return this;
  }

  Pickle tuple(Runnable content) {
    op('('); // MARK
    content.run();
    op('t'); // TUPLE
    return this;
  }

  Pickle numbers(List<Long> values) {
    return tuple(() -> values.forEach(this::number));
  }

  /// The object that the last tuple names in the archive.
  Pickle stored() {
    op('Q'); // BINPERSID
    return this;
  }

  /// The last global, called with the last tuple.
  Pickle called() {
    op('R'); // REDUCE
    return this;
  }

  /// A new object of the last global, with these attributes.
  Pickle object(Map<String, Runnable> attributes) {
    op(')').write(0x81); // EMPTY_TUPLE, NEWOBJ
    op('}').write('('); // EMPTY_DICT, MARK
    attributes.forEach((name, value) -> {
      text(name);
      value.run();
    });
    op('u').write('b'); // SETITEMS, BUILD
    return this;
  }

  byte[] end() {
    op('.'); // STOP
    return bytes.toByteArray();
  }

  private static byte[] four(int value) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
