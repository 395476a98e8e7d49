package org.shilpi.worker;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.DocumentRequest;
import org.shilpi.data.Documents;
import org.shilpi.data.RowReader;

/// Opens documents in a Java process of its own, one after the other in the same one as long as
/// none brings it down. One that is not needed ends by itself after half a minute.
public final class WorkerDocuments implements Documents {
  /// Longest time for one text.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DocumentProcess.Launch launch;
  private final Duration patience;
  private final LongSupplier nanos;
  private final AtomicReference<@Nullable DocumentProcess> idle = new AtomicReference<>();

  public WorkerDocuments() {
    this(WorkerCommand::forDocuments, PATIENCE, System::nanoTime);
  }

  /// @param nanos a clock like [System#nanoTime()]
  WorkerDocuments(DocumentProcess.Launch launch, Duration patience, LongSupplier nanos) {
    this.launch = launch;
    this.patience = patience;
    this.nanos = nanos;
  }

  @Override
  public RowReader read(DocumentRequest request) {
    return new DocumentRows(this, request, new Patience(patience, nanos), patience);
  }

  /// A process that waits for work, or a new one.
  DocumentProcess take() {
    var waiting = idle.getAndSet(null);
    if (waiting != null) {
      if (!waiting.ended()) {
        return waiting;
      }
      waiting.close();
    }
    return fresh();
  }

  DocumentProcess fresh() {
    return new DocumentProcess(launch);
  }

  /// Takes back a process that has nothing to do.
  void giveBack(DocumentProcess process) {
    var surplus = idle.getAndSet(process);
    if (surplus != null) {
      surplus.close();
    }
  }
}
