package org.shilpi.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.shilpi.data.DocumentRequest;

/// A process that opens documents, as its parent holds it. For one thread at a time.
final class DocumentProcess implements AutoCloseable {
  /// Findings that may wait to be taken: a megabyte each at most.
  private static final int AHEAD = 32;

  private static final Duration DEATH = Duration.ofSeconds(5);

  private final OwnFolder folder;
  private final WorkerProcess<Finding> worker;

  /// @throws org.shilpi.job.Problem if it cannot be started
  DocumentProcess(Launch launch) {
    try {
      folder = OwnFolder.create();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    worker =
        new WorkerProcess<>(launch.command(folder.path()), folder.path(), Wire::finding, AHEAD);
  }

  /// How such a process is started.
  @FunctionalInterface
  interface Launch {
    WorkerCommand command(Path folder);
  }

  void ask(DocumentRequest request) {
    worker.send(Wire.line(request));
  }

  Optional<Finding> next(Duration patience) throws InterruptedException {
    return worker.next(patience);
  }

  /// Whether it has ended, and everything it said was heard.
  boolean ended() {
    return worker.finished();
  }

  /// Its exit status, -1 if it has none to tell.
  int status() throws InterruptedException {
    return worker.exit(DEATH).orElse(-1);
  }

  @Override
  public void close() {
    worker.close();
    folder.delete();
  }
}
