package org.shilpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shilpi.data.Span;

class SpanScoresTest {
  private static final List<String> LABELS = List.of("PER", "LOC", "ORG", "MISC");

  /// | | wanted | found | |
  /// |---|---|---|---|
  /// | 1 | PER 0-3, LOC 10-14 | PER 0-3, LOC 10-15 | the place ends too late |
  /// | 2 | ORG 2-6 | PER 2-6 | another label |
  /// | 3 | - | ORG 0-4 | nothing there |
  /// | 4 | LOC 0-5, LOC 6-9 | LOC 0-5, LOC 6-9 | both right |
  /// | 5 | - | - | rightly nothing |
  @Test
  void countsWholeSpansOnly() {
    List<List<Span>> wanted =
        List.of(
            List.of(new Span(0, 3, 0), new Span(10, 14, 1)),
            List.of(new Span(2, 6, 2)),
            List.of(),
            List.of(new Span(0, 5, 1), new Span(6, 9, 1)),
            List.of());
    List<List<Span>> found =
        List.of(
            List.of(new Span(0, 3, 0), new Span(10, 15, 1)),
            List.of(new Span(2, 6, 0)),
            List.of(new Span(0, 4, 2)),
            List.of(new Span(0, 5, 1), new Span(6, 9, 1)),
            List.of());

    SpanScores scores = SpanScores.of(LABELS, wanted, found);

    assertThat(scores.perLabel())
        .containsExactly(
            new LabelScore("PER", 1, 2, 1),
            new LabelScore("LOC", 2, 3, 3),
            new LabelScore("ORG", 0, 1, 1),
            new LabelScore("MISC", 0, 0, 0));
    assertThat(scores.all()).isEqualTo(new LabelScore("", 3, 6, 5));
    assertThat(scores.all().precision()).isEqualTo(3 / 6.0);
    assertThat(scores.all().recall()).isEqualTo(3 / 5.0);
    assertThat(scores.all().f1()).isEqualTo(6 / 11.0);
    assertThat(scores.texts()).isEqualTo(5);
    assertThat(scores.exactTexts()).isEqualTo(2);
    // PER: 2/3, LOC: 2/3, ORG: 0; MISC is nowhere and left out.
    assertThat(scores.macro(LabelScore::f1)).isCloseTo(4 / 9.0, within(1e-12));
    assertThat(scores.weighted(LabelScore::f1))
        .isCloseTo((2 / 3.0 + 3 * 2 / 3.0) / 5, within(1e-12));
  }

  @Test
  void withoutAnySpanEveryRateIsZero() {
    SpanScores scores = SpanScores.of(LABELS, List.of(List.of()), List.of(List.of()));

    assertThat(scores.all().f1()).isZero();
    assertThat(scores.all().precision()).isZero();
    assertThat(scores.all().recall()).isZero();
    assertThat(scores.macro(LabelScore::f1)).isZero();
    assertThat(scores.weighted(LabelScore::f1)).isZero();
    assertThat(scores.exactTexts()).isOne();
  }

  @Test
  void everyTextNeedsAnAnswer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpanScores.of(LABELS, List.of(List.of()), List.of()));
  }
}
