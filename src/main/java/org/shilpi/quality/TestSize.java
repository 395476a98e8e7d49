package org.shilpi.quality;

import java.util.List;
import java.util.Optional;
import org.shilpi.data.Judgement;
import org.shilpi.data.Split;
import org.shilpi.evaluate.Interval;

/// Whether the test has enough texts for a score that says something: where a score of 90 % could
/// be five points lower or more (95 % interval of Wilson), it has not.
final class TestSize implements Check {
  private static final double SUPPOSED = 0.9;
  private static final double MOST_BELOW = 0.05;

  /// What [org.shilpi.data.Dealing] makes a test of, where the user decided nothing.
  private static final double DEALT = 0.2;

  private int labeled;
  private int decided;

  @Override
  public void see(int row, Item item) {
    if (!(item.judgement() instanceof Judgement.None)) {
      labeled++;
      decided += item.split() == Split.TEST ? 1 : 0;
    }
  }

  @Override
  public List<Finding> findings() {
    int test = decided > 0 ? decided : (int) Math.round(DEALT * labeled);
    Interval interval = Interval.wilson((int) Math.round(SUPPOSED * test), test);
    if (labeled == 0 || !interval.isUnknown() && SUPPOSED - interval.low() < MOST_BELOW) {
      return List.of();
    }
    return List.of(
        new Finding(
            Kind.SMALL_TEST,
            "",
            Severity.WARNING,
            test,
            List.of(percent(interval.low(), 0), percent(interval.high(), 1)),
            Picture.NONE,
            Optional.empty(),
            List.of()));
  }

  private static String percent(double share, double unknown) {
    return Long.toString(Math.round(100 * (Double.isNaN(share) ? unknown : share)));
  }
}
