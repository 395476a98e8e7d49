package org.shilpi.workflow;

import java.nio.file.Path;
import org.shilpi.data.Split;

/// A file to bring in.
public record ImportRequest(Path file, FileReading reading, Split split) {
  public static ImportRequest of(Path file) {
    return new ImportRequest(file, FileReading.GUESSED, Split.NONE);
  }
}
