package org.shilpi.data;

import java.io.IOException;
import java.nio.file.Path;

/// A [Snapshot] on disk, so that a worker needs no database: UTF-8 JSON lines, first a header
/// `{"labels":[…],"fingerprint":"…"}`, then a row a line
/// `{"id":1,"text":"…","label":0,"split":"train"}`.
public final class SnapshotFile {
  private SnapshotFile() {}

  /// Writes a draft beside the file and moves it into place.
  public static void write(Snapshot snapshot, Path file) throws IOException {
    throw new UnsupportedOperationException("contract only");
  }

  /// Reads and verifies the fingerprint.
  ///
  /// @throws org.shilpi.job.Problem if the file is damaged
  public static Snapshot read(Path file) throws IOException {
    throw new UnsupportedOperationException("contract only");
  }
}
