package org.shilpi.djl;

import java.util.List;
import org.shilpi.job.Problem;

/// Tells failures for want of memory from all others.
final class OutOfMemory {
  /// libtorch has one kind of exception for everything, so its words must do: those of its CPU
  /// allocator on Linux and on Windows, of the C++ runtime, of CUDA and its libraries, and of
  /// Metal.
  private static final List<String> WORDS =
      List.of(
          "can't allocate memory",
          "not enough memory",
          "std::bad_alloc",
          // oneDNN, whose primitives hold buffers of their own
          "could not create a primitive",
          "out of memory",
          "_ALLOC_FAILED");

  private OutOfMemory() {}

  /// Not where a Problem says already what to do.
  static boolean isCauseOf(Throwable failure) {
    if (failure instanceof Problem) {
      return false;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String words = String.valueOf(cause.getMessage());
      if (cause instanceof OutOfMemoryError || WORDS.stream().anyMatch(words::contains)) {
        return true;
      }
    }
    return false;
  }
}
