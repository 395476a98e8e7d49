package org.shilpi.workflow;

import java.nio.file.Path;
import org.shilpi.data.Known;
import org.shilpi.data.Split;

/// A file to bring in.
public record ImportRequest(Path file, FileReading reading, Split split, Known known) {
  public ImportRequest(Path file, FileReading reading, Split split) {
    this(file, reading, split, Known.REFUSE_FILE);
  }

  public static ImportRequest of(Path file) {
    return new ImportRequest(file, FileReading.GUESSED, Split.NONE);
  }
}
