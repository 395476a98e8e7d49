package org.shilpi.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How far a job is.
///
/// @param fraction share of the work done, 0 to 1, or NaN where the whole is not known
/// @param key message key of the sentence that says what is being done ("progress.import.rows")
/// @param arguments what fills the sentence's places
/// @param timeLeft the time that is probably left, where it can be told
public record Progress(
    double fraction, String key, List<Object> arguments, Optional<Duration> timeLeft) {
  public Progress {
    if (fraction < 0 || fraction > 1) {
      throw new IllegalArgumentException("fraction must be 0 to 1 or NaN, was " + fraction);
    }
    arguments = List.copyOf(arguments);
  }

  public static Progress of(double fraction, String key, Object... arguments) {
    return new Progress(fraction, key, List.of(arguments), Optional.empty());
  }

  public static Progress unknown(String key, Object... arguments) {
    return of(Double.NaN, key, arguments);
  }

  public Progress withTimeLeft(Duration left) {
    return new Progress(fraction, key, arguments, Optional.of(left));
  }
}
