package org.shilpi.job;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries progress from a fast job to a slow receiver: only the newest waits.
final class ProgressRelay {
  private static final Logger log = LoggerFactory.getLogger(ProgressRelay.class);

  private final Executor executor;
  private final Consumer<Progress> receiver;
  private final LongSupplier nanoTime;
  private TimeLeft timeLeft;
  private String key = "";
  private @Nullable Progress waiting;
  private boolean delivering;

  ProgressRelay(Executor executor, Consumer<Progress> receiver, LongSupplier nanoTime) {
    this.executor = executor;
    this.receiver = receiver;
    this.nanoTime = nanoTime;
    this.timeLeft = new TimeLeft(nanoTime);
  }

  void offer(Progress progress) {
    synchronized (this) {
      waiting = timed(progress);
      if (delivering) {
        return;
      }
      delivering = true;
    }
    executor.execute(this::deliver);
  }

  private Progress timed(Progress progress) {
    if (!progress.key().equals(key)) {
      key = progress.key();
      timeLeft = new TimeLeft(nanoTime);
    }
    if (progress.timeLeft().isPresent() || Double.isNaN(progress.fraction())) {
      return progress;
    }
    return timeLeft.at(progress.fraction()).map(progress::withTimeLeft).orElse(progress);
  }

  private void deliver() {
    while (true) {
      Progress next;
      synchronized (this) {
        next = waiting;
        waiting = null;
        if (next == null) {
          delivering = false;
          notifyAll();
          return;
        }
      }
      try {
        receiver.accept(next);
      } catch (RuntimeException broken) {
        log.error("Whoever shows progress failed on {}", next, broken);
      }
    }
  }

  /// Waits until the newest progress has arrived.
  synchronized void finish() {
    boolean interrupted = false;
    while (delivering) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
