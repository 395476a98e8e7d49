package org.shilpi.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A text file as readers get it, for tests.
public final class SourceOf {
  private SourceOf() {}

  public static Source file(Path file) throws IOException {
    return new Source(file, Optional.of(TextEncoding.of(file, Optional.empty())));
  }
}
