package org.shilpi.train;

import org.shilpi.train.Forecast.Range;

/// What trying a training out for some seconds measured of it, and what follows for the whole.
///
/// @param method the depth
/// @param work its time
/// @param space its memory and disk
/// @param watts of the processor, and of a graphics card at work
/// @param metered whether the watts were measured
public record Tryout(Method method, Work work, Space space, Range watts, boolean metered) {
  /// All in seconds.
  ///
  /// @param once for what every run does once: loading, reading texts, baselines, the head, saving
  /// @param pass of a pass through the training texts; 0 where there are none
  /// @param check between two passes: validation and checkpoint
  /// @param passes most passes
  /// @param patience passes without an improvement after which they end
  /// @param after of what follows the passes
  /// @param ours share of the processors that the process got while it was tried out, above 0 to 1:
  ///   what others took then they may leave it in the run
  public record Work(
      double once, double pass, double check, int passes, int patience, Range after, double ours) {}

  /// All in bytes.
  ///
  /// @param memory that the process held at most
  /// @param left on disk after the run
  /// @param needed on disk at most during the run
  public record Space(double memory, double left, double needed) {}

  /// Nothing is ever exactly as fast as when tried out.
  private static final Range SPEED = new Range(0.75, 1, 1.5);

  /// A whole run needs more than some steps of it: texts, baselines, what allocators keep back.
  private static final Range MEMORY = new Range(0.9, 1.15, 1.5);

  private static final double MEBI = 1 << 20;
  private static final double SECONDS_PER_HOUR = 3_600;

  /// The forecast, uncorrected. A run ends early where passes bring nothing: the low end counts
  /// with the fewest passes, the others with all.
  public Forecast forecast() {
    double round = work.pass + work.check;
    double all = work.once + work.passes * round;
    double fewest = work.once + Math.min(work.passes, work.patience) * round;
    Range speed = new Range(Math.min(SPEED.low(), work.ours), SPEED.likely(), SPEED.high());
    Range seconds =
        new Range(fewest + work.after.low(), all + work.after.likely(), all + work.after.high())
            .times(speed);
    return new Forecast(
        method,
        seconds,
        MEMORY.times(space.memory / MEBI),
        new Range(space.left / MEBI, space.needed / MEBI, space.needed * 1.1 / MEBI),
        seconds.times(watts).times(1 / SECONDS_PER_HOUR),
        metered,
        work.ours,
        false);
  }
}
