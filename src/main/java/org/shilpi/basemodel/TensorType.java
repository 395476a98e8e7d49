package org.shilpi.basemodel;

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

  /// The type with this name; empty for the packed types (F8, F4) that Shilpi does not read.
  static Optional<TensorType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
