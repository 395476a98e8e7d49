package org.shilpi.djl;

/// How fast texts are learned from, over all attempts at a run. Times are nanoseconds of one clock.
final class Pace {
  /// What a run has cost.
  ///
  /// @param seconds wall time of its attempts
  /// @param learning seconds of those that went into steps
  /// @param texts that passed in these steps
  record Spent(double seconds, double learning, long texts) {
    static final Spent NOTHING = new Spent(0, 0, 0);
  }

  /// Weight of the newest step in the smoothed speed.
  private static final double NEWEST = 0.1;

  private final Spent before;
  private final long begin;
  private long last;
  private long learning;
  private long texts;
  private double smoothed;

  /// @param before by earlier attempts
  /// @param begin when this attempt began
  Pace(Spent before, long begin, long now) {
    this.before = before;
    this.begin = begin;
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

  Spent spent(long now) {
    return new Spent(
        before.seconds + (now - begin) / 1e9,
        before.learning + learning / 1e9,
        before.texts + texts);
  }

  /// Texts a second over all steps of all attempts.
  double mean() {
    double seconds = before.learning + learning / 1e9;
    return seconds == 0 ? 0 : (before.texts + texts) / seconds;
  }
}
