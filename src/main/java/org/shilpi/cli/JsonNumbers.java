package org.shilpi.cli;

import org.jspecify.annotations.Nullable;

/// JSON knows no NaN: what is not defined becomes null.
final class JsonNumbers {
  private JsonNumbers() {}

  static @Nullable Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
