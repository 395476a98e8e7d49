package org.shilpi.evaluate;

/// How sure a score on so many test texts can be.
///
/// @param texts how many there are
/// @param reach half the width of the 95 % interval of a score of 90 %, 0 to 1; 1 without a text
/// @param enough how many texts narrow it to [#WANTED]
public record TestSize(int texts, double reach, int enough) {
  /// What a score should be sure to: 5 points up or down.
  public static final double WANTED = 0.05;

  private static final double SUPPOSED = 0.9;

  public static TestSize of(int texts) {
    int enough = 1;
    while (reach(enough) > WANTED) {
      enough++;
    }
    return new TestSize(texts, texts == 0 ? 1 : reach(texts), enough);
  }

  public boolean isEnough() {
    return texts >= enough;
  }

  private static double reach(int texts) {
    Interval interval = Interval.wilson((int) Math.round(SUPPOSED * texts), texts);
    return (interval.high() - interval.low()) / 2;
  }
}
