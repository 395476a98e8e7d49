package org.shilpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationsTest {
  private static final List<String> LABELS = List.of("spam", "genuine", "never seen");
  private static final int[] TRUTH = {0, 0, 0, 1, 1, 1, 1, 1};
  private static final float[][] ANSWERS = {
    {0.9f, 0.1f, 0}, {0.8f, 0.2f, 0}, {0.3f, 0.6f, 0.1f}, {0.1f, 0.9f, 0},
    {0.2f, 0.8f, 0}, {0, 1, 0}, {0.1f, 0.9f, 0}, {0.7f, 0.2f, 0.1f}
  };

  private static Evaluation evaluate(Map<String, float[][]> baselines, double... millis) {
    return Evaluations.of(LABELS, TRUTH, ANSWERS, baselines, millis);
  }

  @Test
  void countsRightAnswersWithTheirInterval() {
    Evaluation evaluation = evaluate(Map.of());
    assertThat(evaluation.n()).isEqualTo(8);
    assertThat(evaluation.accuracy()).isEqualTo(0.75);
    assertThat(evaluation.accuracyInterval()).isEqualTo(Interval.wilson(6, 8));
    assertThat(evaluation.confusion()).isDeepEqualTo(new int[][] {{2, 1, 0}, {1, 4, 0}, {0, 0, 0}});
    assertThat(evaluation.top3()).isEqualTo(1);
    assertThat(evaluation.latency()).isEmpty();
  }

  @Test
  void leavesLabelsWithoutTextsOutOfTheMeanOfMisses() {
    Evaluation evaluation = evaluate(Map.of());
    assertThat(evaluation.falseNegativeRate()).isCloseTo((1 / 3.0 + 1 / 5.0) / 2, within(1e-12));
    assertThat(evaluation.falsePositiveRate())
        .isCloseTo((1 / 5.0 + 1 / 3.0 + 0) / 3, within(1e-12));
    assertThat(evaluation.perClass().get(2).recallInterval().isUnknown()).isTrue();
    assertThat(evaluation.falseNegativeInterval().low()).isLessThan(evaluation.falseNegativeRate());
    assertThat(evaluation.falseNegativeInterval().high())
        .isGreaterThan(evaluation.falseNegativeRate());
  }

  @Test
  void putsTheBestSimpleWayFirst() {
    float[][] alwaysGenuine = new float[8][];
    java.util.Arrays.fill(alwaysGenuine, new float[] {0.2f, 0.7f, 0.1f});
    Evaluation evaluation = evaluate(Map.of("majority", alwaysGenuine, "tfidf", ANSWERS));
    assertThat(evaluation.baselines())
        .containsExactly(
            new BaselineScore("tfidf", 0.75, Interval.wilson(6, 8), 1),
            new BaselineScore("majority", 0.625, Interval.wilson(5, 8), 1));
  }

  @Test
  void readsHalfAndNinetyFiveOfHundredFromTheTimes() {
    assertThat(evaluate(Map.of(), 3, 1, 2).latency()).contains(new Latency(2, 2.9, 3));
  }

  @Test
  void refusesAnEvaluationWithoutTexts() {
    assertThatThrownBy(
            () -> Evaluations.of(LABELS, new int[0], new float[0][], Map.of(), new double[0]))
        .hasMessageContaining("no text");
  }

  @Test
  void anIntervalOfOneShareIsItsOwn() {
    Interval one = Interval.wilson(3, 7);
    Interval mean =
        Interval.ofMean(
            new double[] {3 / 7.0, Double.NaN}, new Interval[] {one, Interval.wilson(0, 0)});
    assertThat(mean.low()).isCloseTo(one.low(), within(1e-12));
    assertThat(mean.high()).isCloseTo(one.high(), within(1e-12));
  }
}
