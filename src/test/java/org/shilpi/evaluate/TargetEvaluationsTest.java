package org.shilpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shilpi.data.Span;
import org.shilpi.data.Target;
import org.shilpi.project.TaskKind;

class TargetEvaluationsTest {
  private static final double[] UNTIMED = {};

  private static Target many(Integer... labels) {
    return new Target.Many(List.of(labels));
  }

  private static Target spans(Span... spans) {
    return new Target.Spans(List.of(spans));
  }

  @Test
  void setsOfLabelsAreCountedDecisionByDecision() {
    TargetEvaluation found =
        TargetEvaluations.of(
            List.of("a", "b", "c"),
            List.of(many(0, 1), many(), many(1), many(0)),
            List.of(many(0), many(), many(1, 2), many(1)),
            Map.of("majority", List.of(many(0), many(0), many(0), many(0))),
            UNTIMED);
    assertThat(found.task()).isEqualTo(TaskKind.MULTILABEL);
    assertThat(found.n()).isEqualTo(4);
    assertThat(found.exactTexts()).isEqualTo(1);
    assertThat(found.whole().counts()).isEqualTo(new LabelScore("", 2, 4, 4));
    assertThat(found.macroF1()).isCloseTo((2.0 / 3 + 2.0 / 4 + 0) / 3, within(1e-12));
    assertThat(found.weightedF1()).isCloseTo((2 * 2.0 / 3 + 2 * 2.0 / 4) / 4, within(1e-12));
    assertThat(found.sets().orElseThrow().microF1()).isEqualTo(found.whole().counts().f1());
    assertThat(found.baselines().getFirst().whole().counts())
        .isEqualTo(new LabelScore("", 2, 4, 4));
  }

  @Test
  void aSpanIsRightOnlyWithBothEndsAndItsLabel() {
    TargetEvaluation found =
        TargetEvaluations.of(
            List.of("a", "b", "never"),
            List.of(spans(new Span(0, 4, 0), new Span(5, 9, 1)), spans(new Span(0, 2, 1))),
            List.of(spans(new Span(0, 4, 0), new Span(5, 8, 1)), spans(new Span(0, 2, 0))),
            Map.of(),
            UNTIMED);
    assertThat(found.whole().counts()).isEqualTo(new LabelScore("", 1, 3, 3));
    assertThat(found.macroF1()).isCloseTo((2.0 / 3 + 0) / 2, within(1e-12));
    assertThat(found.exactTexts()).isZero();
    assertThat(found.sets()).isEmpty();
  }

  @Test
  void theIntervalIsAsWideAsForSharesOfIndependentTexts() {
    // One decision a text, right in 300 of 400: F1 is that share, whose interval Wilson knows.
    List<Target> truth = IntStream.range(0, 400).mapToObj(i -> many(0)).toList();
    List<Target> answers = IntStream.range(0, 400).mapToObj(i -> many(i < 300 ? 0 : 1)).toList();
    Interval drawn =
        TargetEvaluations.of(List.of("a", "b"), truth, answers, Map.of(), UNTIMED)
            .whole()
            .f1Interval();
    Interval wilson = Interval.wilson(300, 400);
    assertThat(drawn.low()).isCloseTo(wilson.low(), within(0.01));
    assertThat(drawn.high()).isCloseTo(wilson.high(), within(0.01));
  }
}
