package org.shilpi.worker;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;

/// The context of the work inside a worker: it is cancelled from outside, and passes at most ten
/// reports a second on.
final class WorkerContext implements JobContext {
  private static final long BETWEEN_NANOS = 100_000_000L;

  private final Consumer<Message> outbox;
  private final LongSupplier nanos;
  private volatile boolean cancelled;
  private long next;

  WorkerContext(Consumer<Message> outbox, LongSupplier nanos) {
    this.outbox = outbox;
    this.nanos = nanos;
    this.next = nanos.getAsLong();
  }

  void cancel() {
    cancelled = true;
  }

  @Override
  public synchronized void report(Progress progress) {
    long now = nanos.getAsLong();
    if (now - next >= 0 || progress.fraction() == 1) {
      next = now + BETWEEN_NANOS;
      outbox.accept(
          new Message.Reported(
              new Progress(
                  progress.fraction(),
                  progress.key(),
                  Wire.portable(progress.arguments()),
                  progress.timeLeft())));
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }
}
