package org.shilpi.store;

import java.io.File;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.Problem;
import org.shilpi.project.ProjectFolder;

/// Refuses to write before the disk is full. H2 must never find that out by itself: a write that
/// fails leaves its store in a state in which statements spin for ever, so what is kept in reserve
/// is more than H2 writes between two statements.
record FreeSpace(ProjectFolder folder) {
  private static final long RESERVE = 32L << 20;

  // A character takes up to three bytes, and H2 rewrites what it has just written.
  private static final long BYTES_PER_CHARACTER = 6;

  /// @throws Problem if too little is left for these parameters
  void require(@Nullable Object... parameters) {
    long bytes = RESERVE;
    for (Object parameter : parameters) {
      bytes += size(parameter);
    }
    File disk = folder.path().toFile();
    // Where even the whole is unknown, the system does not tell.
    if (disk.getUsableSpace() < bytes && disk.getTotalSpace() > 0) {
      throw Problem.of("problem.project.disk-full", folder.path().toString());
    }
  }

  /// Whether there is room for another file of this size.
  boolean leaves(Path file) {
    return folder.path().toFile().getUsableSpace() > file.toFile().length() + RESERVE;
  }

  private static long size(@Nullable Object parameter) {
    return switch (parameter) {
      case String text -> text.length() * BYTES_PER_CHARACTER;
      case byte[] bytes -> 2L * bytes.length;
      case Object[] row -> {
        long sum = 0;
        for (Object value : row) {
          sum += size(value);
        }
        yield sum;
      }
      case null, default -> 0;
    };
  }
}
