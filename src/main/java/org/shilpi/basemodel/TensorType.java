package org.shilpi.basemodel;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.Optional;

/// The element types of a safetensors file that Shilpi can store, under the names the format uses.
public enum TensorType {
  F64(8),
  I64(8),
  U64(8),
  F32(4),
  I32(4),
  U32(4),
  F16(2),
  BF16(2),
  I16(2),
  U16(2),
  I8(1),
  U8(1),
  BOOL(1);

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  /// Bytes an element takes.
  public int bytes() {
    return bytes;
  }

  /// Values of this type as 32-bit floats: a view where they are just these, else a rounded or
  /// widened copy.
  ///
  /// @param bytes little-endian values
  /// @throws IllegalArgumentException if this is a type of whole numbers
  FloatBuffer floats(ByteBuffer bytes) {
    return switch (this) {
      case F32 -> bytes.asFloatBuffer();
      case F16 -> widened(bytes.asShortBuffer(), Float::float16ToFloat);
      case BF16 -> widened(bytes.asShortBuffer(), bits -> Float.intBitsToFloat(bits << 16));
      case F64 -> {
        DoubleBuffer wide = bytes.asDoubleBuffer();
        FloatBuffer floats = FloatBuffer.allocate(wide.remaining());
        while (wide.hasRemaining()) {
          floats.put((float) wide.get());
        }
        yield floats.flip();
      }
      default -> throw new IllegalArgumentException(this + " is no floating point");
    };
  }

  private interface Widening {
    float widen(short bits);
  }

  private static FloatBuffer widened(ShortBuffer halves, Widening widening) {
    FloatBuffer floats = FloatBuffer.allocate(halves.remaining());
    while (halves.hasRemaining()) {
      floats.put(widening.widen(halves.get()));
    }
    return floats.flip();
  }

  /// The type with this name; empty for the packed types (F8, F4) that Shilpi does not read.
  static Optional<TensorType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
