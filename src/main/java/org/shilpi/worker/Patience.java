package org.shilpi.worker;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Measures how long nothing was heard, in time during which this process was awake itself: a
/// laptop that slept for an hour, or a window that was halted, says nothing about the worker.
final class Patience {
  private static final long LONGEST_STEP = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanos;
  private final long limit;
  private long last;
  private long waited;

  /// @param nanos a clock like [System#nanoTime()]
  Patience(Duration limit, LongSupplier nanos) {
    this.nanos = nanos;
    this.limit = limit.toNanos();
    this.last = nanos.getAsLong();
  }

  void heard() {
    last = nanos.getAsLong();
    waited = 0;
  }

  /// To be asked several times a second.
  boolean lost() {
    long now = nanos.getAsLong();
    waited += Math.clamp(now - last, 0, LONGEST_STEP);
    last = now;
    return waited >= limit;
  }
}
