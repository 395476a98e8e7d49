package org.shilpi.data.parquet;

import java.io.IOException;
import java.io.Serial;

/// The file does not keep to the format.
final class Broken extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  Broken(String message) {
    super(message);
  }
}
