package org.shilpi.data.parquet;

import org.shilpi.job.Problem;

/// The memory that the open pages of one file may take together.
final class Room {
  private static final long MOST = 192_000_000;

  private final String name;
  private long taken;

  /// @param name of the file
  Room(String name) {
    this.name = name;
  }

  /// @throws Problem if so much is not left
  void take(long bytes) {
    taken += bytes;
    if (taken > MOST) {
      throw Problem.of("problem.data.parquet-large", name);
    }
  }

  void give(long bytes) {
    taken -= bytes;
  }
}
