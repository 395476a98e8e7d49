package org.shilpi.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class LearningCurveTest {
  private static final int[] SIZES = {100, 200, 400, 800, 1_600};

  private static LearningCurve curve(double a, double b, double c, int tested) {
    int[] hits = new int[SIZES.length];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = (int) Math.round(tested * (a - b * Math.pow(SIZES[i], -c)));
    }
    return new LearningCurve(SIZES, hits, tested, 1);
  }

  @Test
  void aCurveOfTheLawItselfIsFoundAgainAndForetold() {
    LearningCurve curve = curve(0.95, 3, 0.5, 100_000);

    assertThat(curve.at(3_200).score()).isCloseTo(0.95 - 3 / Math.sqrt(3_200), offset(0.003));
    assertThat(curve.at(6_400).score()).isCloseTo(0.95 - 3 / Math.sqrt(6_400), offset(0.005));
  }

  @Test
  void theIntervalHoldsTheTruthAndIsWiderFurtherOutAndWithFewerTestTexts() {
    LearningCurve many = curve(0.9, 2, 0.5, 20_000);
    LearningCurve few = curve(0.9, 2, 0.5, 200);
    LearningCurve.Point near = many.at(1_600);
    LearningCurve.Point far = many.at(6_400);

    assertThat(0.9 - 2 / Math.sqrt(6_400)).isBetween(far.low(), far.high());
    assertThat(far.high() - far.low()).isGreaterThan(near.high() - near.low());
    assertThat(few.at(6_400).high() - few.at(6_400).low())
        .isGreaterThan(3 * (far.high() - far.low()));
  }

  @Test
  void aScoreThatDoesNotGrowIsForetoldToStay() {
    LearningCurve flat = new LearningCurve(SIZES, new int[] {80, 80, 80, 80, 80}, 100, 1);

    assertThat(flat.at(6_400).score()).isCloseTo(0.8, offset(0.01));
  }

  @Test
  void noScoreIsForetoldAboveOne() {
    LearningCurve steep = new LearningCurve(SIZES, new int[] {50, 70, 85, 95, 100}, 100, 1);

    assertThat(steep.at(100_000).high()).isLessThanOrEqualTo(1);
    assertThat(steep.at(100_000).low()).isBetween(0.5, 1.0);
  }
}
