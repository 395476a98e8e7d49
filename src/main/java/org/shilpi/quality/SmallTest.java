package org.shilpi.quality;

import java.util.List;
import java.util.Optional;
import org.shilpi.data.Judgement;
import org.shilpi.data.Split;
import org.shilpi.evaluate.TestSize;

/// Whether the test has enough texts for a score that says something.
final class SmallTest implements Check {
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
    TestSize size = TestSize.of(decided > 0 ? decided : (int) Math.round(DEALT * labeled));
    if (labeled == 0 || size.isEnough()) {
      return List.of();
    }
    return List.of(
        new Finding(
            Kind.SMALL_TEST,
            "",
            Severity.WARNING,
            size.texts(),
            List.of(percent(size.low()), percent(size.high()), Integer.toString(size.enough())),
            Picture.NONE,
            Optional.empty(),
            List.of()));
  }

  private static String percent(double share) {
    return Long.toString(Math.round(100 * share));
  }
}
