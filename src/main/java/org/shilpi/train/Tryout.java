package org.shilpi.train;

import org.shilpi.train.Forecast.Range;

/// What trying a training out for some seconds measured of a training, and what follows from it for
/// the whole.
///
/// @param method the depth
/// @param once seconds for what every run does once: loading, reading texts, baselines, the head,
///   saving
/// @param pass seconds of a pass through the training texts; 0 where there are none
/// @param check seconds between two passes: validation and checkpoint
/// @param passes most passes
/// @param patience passes without an improvement after which the run stops
/// @param memory bytes that the process holds at most
/// @param left bytes on disk after the run
/// @param needed bytes on disk at most during the run
/// @param watts of the processor, and of a graphics card at work
/// @param metered whether the watts were measured
public record Tryout(
    Method method,
    double once,
    double pass,
    double check,
    int passes,
    int patience,
    double memory,
    double left,
    double needed,
    Range watts,
    boolean metered) {
  /// Nothing is ever exactly as fast as when tried out.
  private static final Range SPEED = new Range(0.75, 1, 1.5);

  private static final Range MEMORY = new Range(0.85, 1, 1.3);
  private static final double MEBI = 1 << 20;
  private static final double SECONDS_PER_HOUR = 3_600;

  /// The forecast, uncorrected. A run ends early where passes bring nothing: the low end counts
  /// with the fewest passes, the others with all.
  public Forecast forecast() {
    double round = pass + check;
    double all = once + passes * round;
    double fewest = once + Math.min(passes, patience) * round;
    Range seconds = new Range(fewest, all, all).times(SPEED);
    return new Forecast(
        method,
        seconds,
        MEMORY.times(memory / MEBI),
        new Range(left / MEBI, needed / MEBI, needed * 1.1 / MEBI),
        seconds.times(watts).times(1 / SECONDS_PER_HOUR),
        metered,
        false);
  }
}
