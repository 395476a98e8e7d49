package org.shilpi.evaluate;

/// How sure a score on so many test texts can be.
///
/// @param texts how many there are
/// @param low lower end of the 95 % interval of a score of 90 %, 0 to 1; 0 without a text
/// @param high its upper end; 1 without a text
/// @param enough how many texts narrow it to [#WANTED]
public record TestSize(int texts, double low, double high, int enough) {
  /// What a score should be sure to: 5 points up or down.
  public static final double WANTED = 0.05;

  private static final double SUPPOSED = 0.9;

  public static TestSize of(int texts) {
    int enough = 1;
    while (reach(interval(enough)) > WANTED) {
      enough++;
    }
    Interval interval = texts == 0 ? new Interval(0, 1) : interval(texts);
    return new TestSize(texts, interval.low(), interval.high(), enough);
  }

  /// How far a score may be off, up or down: half the width of the interval, 0 to 1; 1 without a
  /// text.
  public double reach() {
    return texts == 0 ? 1 : reach(new Interval(low, high));
  }

  public boolean isEnough() {
    return texts >= enough;
  }

  private static double reach(Interval interval) {
    return (interval.high() - interval.low()) / 2;
  }

  private static Interval interval(int texts) {
    return Interval.wilson((int) Math.round(SUPPOSED * texts), texts);
  }
}
