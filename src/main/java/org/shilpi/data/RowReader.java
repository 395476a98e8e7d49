package org.shilpi.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// Streams the records of a file; memory stays bounded by one record. For one thread.
public interface RowReader extends Closeable {
  /// Longest record in characters. More is taken for a quote that was never closed.
  int LONGEST_ROW = 10_000_000;

  /// The next record; empty at the end.
  ///
  /// @throws org.shilpi.job.Problem if the file cannot be read any further
  Optional<Row> next() throws IOException;

  /// What is done every now and then while a record is long in coming, as where a file must be read
  /// whole before the first one is known. It may throw, to end the reading.
  default void meanwhile(Runnable pulse) {}

  /// The part of the file that was read, from 0 to 1.
  double share();
}
