package org.shilpi.job;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Estimates the time that a piece of work still takes from the share that is done. The speed is
/// smoothed exponentially over windows of at least a quarter of a second, so that one slow or fast
/// row does not make the number jump. For one thread.
public final class TimeLeft {
  private static final long WINDOW = 250_000_000L;
  private static final double NEWEST = 0.2;

  private final LongSupplier nanoTime;
  private long since;
  private double from = Double.NaN;
  private double speed = Double.NaN; // share of the work a nanosecond

  public TimeLeft(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// The time left at this share (0 to 1); empty until there is something to tell it from. Work
  /// that steps back starts the estimate anew.
  public Optional<Duration> at(double fraction) {
    long now = nanoTime.getAsLong();
    if (Double.isNaN(from) || fraction < from) {
      since = now;
      from = fraction;
      speed = Double.NaN;
      return Optional.empty();
    }
    if (now - since >= WINDOW) {
      double newest = (fraction - from) / (now - since);
      speed = Double.isNaN(speed) ? newest : speed + NEWEST * (newest - speed);
      since = now;
      from = fraction;
    }
    if (!(speed > 0)) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos((long) ((1 - fraction) / speed)));
  }
}
