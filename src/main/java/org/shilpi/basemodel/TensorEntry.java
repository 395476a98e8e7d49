package org.shilpi.basemodel;

import java.util.List;

/// One line of a safetensors file's table of contents.
///
/// @param type element type
/// @param shape sizes, outermost first; empty for a scalar; no size is negative
/// @param begin first byte, counted from the end of the header
/// @param end byte after the last
record TensorEntry(TensorType type, List<Long> shape, long begin, long end) {
  TensorEntry {
    shape = List.copyOf(shape);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("bytes " + begin + " to " + end);
    }
    if (elements(shape) != (end - begin) / type.bytes() || (end - begin) % type.bytes() != 0) {
      throw new IllegalArgumentException(shape + " of " + type + " in " + (end - begin) + " bytes");
    }
  }

  /// Number of elements of a shape.
  ///
  /// @throws IllegalArgumentException if a size is negative or the product passes 2^63
  static long elements(List<Long> shape) {
    if (shape.contains(0L) && shape.stream().allMatch(size -> size >= 0)) {
      return 0;
    }
    long count = 1;
    for (long size : shape) {
      if (size < 0 || Math.multiplyHigh(count, size) != 0 || count * size < 0) {
        throw new IllegalArgumentException("no such shape: " + shape);
      }
      count *= size;
    }
    return count;
  }

  long bytes() {
    return end - begin;
  }
}
