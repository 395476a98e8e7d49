package org.shilpi.djl;

/// How fast texts are learned from. Times are nanoseconds of one clock.
final class Pace {
  /// Weight of the newest step in the smoothed speed.
  private static final double NEWEST = 0.1;

  private final long begin;
  private long last;
  private long learning;
  private long texts;
  private double smoothed;

  Pace(long now) {
    this.begin = now;
    this.last = now;
  }

  /// A step of so many texts is done.
  ///
  /// @return texts a second, smoothed
  double after(int count, long now) {
    long took = Math.max(1, now - last);
    last = now;
    learning += took;
    double speed = count * 1e9 / took;
    smoothed = texts == 0 ? speed : smoothed + NEWEST * (speed - smoothed);
    texts += count;
    return smoothed;
  }

  /// What was done until now was no step.
  void pause(long now) {
    last = now;
  }

  /// Texts a second over all steps.
  double mean() {
    return learning == 0 ? 0 : texts * 1e9 / learning;
  }

  /// Since the beginning, pauses included.
  double seconds(long now) {
    return (now - begin) / 1e9;
  }
}
