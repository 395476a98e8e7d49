package org.shilpi.basemodel;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// A tensor as PyTorch keeps it: a view of a storage, whose values may lie in another order than
/// their indices, as after a transposition.
///
/// @param offset place of the first value in the storage, in values
/// @param shape sizes, outermost first; empty for a scalar
/// @param strides for each dimension, values between one index and the next
record TorchTensor(TorchStorage storage, long offset, List<Long> shape, List<Long> strides) {
  private static final int MOST_DIMENSIONS = 64;

  /// @throws IllegalArgumentException if it would read a value outside of its storage, or values
  ///   more often than the storage has them
  TorchTensor {
    shape = List.copyOf(shape);
    strides = List.copyOf(strides);
    if (offset < 0
        || shape.size() > MOST_DIMENSIONS
        || shape.size() != strides.size()
        || strides.stream().anyMatch(stride -> stride < 0)) {
      throw new IllegalArgumentException(shape + " by " + strides + " from " + offset);
    }
    long elements = TensorEntry.elements(shape);
    if (elements > storage.elements()
        || elements > 0 && last(offset, shape, strides) >= storage.elements()) {
      throw new IllegalArgumentException(
          shape + " by " + strides + " from " + offset + " in " + storage.elements());
    }
  }

  private static long last(long offset, List<Long> shape, List<Long> strides) {
    long last = offset;
    try {
      for (int i = 0; i < shape.size(); i++) {
        last = Math.addExact(last, Math.multiplyExact(shape.get(i) - 1, strides.get(i)));
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(shape + " by " + strides, e);
    }
    return last;
  }

  TensorType type() {
    return storage.type();
  }

  long bytes() {
    return TensorEntry.elements(shape) * type().bytes();
  }

  /// Whether its values lie in row-major order without a gap.
  boolean isPlain() {
    long next = 1;
    for (int i = shape.size() - 1; i >= 0; i--) {
      if (shape.get(i) != 1 && strides.get(i) != next) {
        return false;
      }
      next *= shape.get(i);
    }
    return true;
  }

  /// Its values in row-major order: a view of the storage where they lie like that, else a copy.
  ///
  /// @param values the storage's
  /// @throws IllegalArgumentException if a copy is needed and would take more than 2 GiB
  MemorySegment values(MemorySegment values) {
    if (bytes() == 0) {
      return MemorySegment.ofArray(new byte[0]);
    }
    if (isPlain()) {
      return values.asSlice(offset * type().bytes(), bytes());
    }
    if (bytes() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("cannot gather " + bytes() + " bytes");
    }
    MemorySegment gathered = MemorySegment.ofArray(new byte[(int) bytes()]);
    new Gathering(values, gathered, numbers(shape), numbers(strides), type().bytes())
        .copy(0, offset, 0);
    return gathered;
  }

  private static long[] numbers(List<Long> list) {
    return list.stream().mapToLong(Long::longValue).toArray();
  }

  private record Gathering(
      MemorySegment from, MemorySegment to, long[] shape, long[] strides, long size) {
    /// Copies what lies below one index of the dimensions before this one.
    ///
    /// @param at place of the first of these values in the storage
    /// @param done bytes copied before
    /// @return bytes copied now
    long copy(int dimension, long at, long done) {
      long next = done;
      for (long i = 0; i < shape[dimension]; i++) {
        long place = at + i * strides[dimension];
        if (dimension < shape.length - 1) {
          next = copy(dimension + 1, place, next);
        } else {
          MemorySegment.copy(from, place * size, to, next, size);
          next += size;
        }
      }
      return next;
    }
  }
}
