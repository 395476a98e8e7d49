package org.shilpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shilpi.evaluate.Verdict.Trust;

class VerdictTest {
  private static final List<String> LABELS = List.of("spam", "genuine", "rare");

  /// @param rows for each text: true label, the model's, word counting's
  private static Evaluation evaluation(List<int[]> rows, boolean baselines) {
    int[] truth = rows.stream().mapToInt(row -> row[0]).toArray();
    Map<String, float[][]> simple = new HashMap<>();
    if (baselines) {
      simple.put("tfidf", certain(rows, 2));
      simple.put("majority", certain(rows, 3));
    }
    return Evaluations.of(LABELS, truth, certain(rows, 1), simple, new double[0]);
  }

  private static float[][] certain(List<int[]> rows, int column) {
    return rows.stream()
        .map(row -> {
          float[] p = new float[LABELS.size()];
          p[column < row.length ? row[column] : 0] = 1;
          return p;
        })
        .toArray(float[][]::new);
  }

  private static List<int[]> rows(Object... countsAndRows) {
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < countsAndRows.length; i += 2) {
      for (int n = 0; n < (int) countsAndRows[i]; n++) {
        rows.add((int[]) countsAndRows[i + 1]);
      }
    }
    return rows;
  }

  private static int[] row(int truth, int model, int words) {
    return new int[] {truth, model, words};
  }

  @Test
  void trustsARunThatIsMostlyRightAndBeatsWordCounting() {
    Verdict verdict =
        Verdict.of(
            evaluation(
                rows(
                    90,
                    row(0, 0, 0),
                    90,
                    row(1, 1, 0),
                    4,
                    row(1, 0, 0),
                    4,
                    row(0, 1, 1),
                    12,
                    row(2, 2, 2)),
                true));
    assertThat(verdict.trust()).isEqualTo(Trust.YES);
    assertThat(verdict.answer()).isEqualTo(Sentence.of("evaluate.verdict.yes", "96", "100"));
    assertThat(verdict.reasons())
        .extracting(Sentence::key)
        .containsExactly("evaluate.because.interval", "evaluate.because.beats");
  }

  @Test
  void namesTheLabelThatIsClearlyWeaker() {
    Verdict verdict =
        Verdict.of(
            evaluation(
                rows(95, row(0, 0, 1), 95, row(1, 1, 0), 2, row(2, 2, 2), 8, row(2, 0, 0)), true));
    assertThat(verdict.trust()).isEqualTo(Trust.CAREFUL);
    assertThat(verdict.answer())
        .isEqualTo(Sentence.of("evaluate.verdict.careful", "rare", "96", "100"));
    assertThat(verdict.reasons())
        .contains(Sentence.of("evaluate.because.weakest", "rare", "8", "10", "49.0", "94.3"));
  }

  /// One of forty equally hard labels is always the unluckiest.
  @Test
  void doesNotBlameTheUnluckiestOfManyLabels() {
    List<String> labels =
        java.util.stream.IntStream.range(0, 40).mapToObj(String::valueOf).toList();
    java.util.SplittableRandom random = new java.util.SplittableRandom(5);
    int[] truth = new int[1600];
    float[][] model = new float[1600][40];
    for (int i = 0; i < 1600; i++) {
      truth[i] = i % 40;
      model[i][random.nextInt(100) < 85 ? truth[i] : (truth[i] + 1) % 40] = 1;
    }
    Evaluation evaluation = Evaluations.of(labels, truth, model, Map.of(), new double[0]);
    assertThat(Verdict.of(evaluation).answer().key()).isEqualTo("evaluate.verdict.yes");
  }

  @Test
  void doesNotPraiseWhatChanceCanExplain() {
    List<int[]> rows = rows(90, row(0, 0, 0), 80, row(1, 1, 1), 3, row(1, 1, 0), 9, row(1, 0, 0));
    Verdict verdict = Verdict.of(evaluation(rows, true));
    assertThat(verdict.trust()).isEqualTo(Trust.CAREFUL);
    assertThat(verdict.answer()).isEqualTo(Sentence.of("evaluate.verdict.unclear", "182"));
  }

  @Test
  void saysNoWhereWordCountingIsAtLeastAsGood() {
    List<int[]> rows = rows(90, row(0, 0, 0), 80, row(1, 1, 1), 9, row(1, 0, 0));
    Verdict verdict = Verdict.of(evaluation(rows, true));
    assertThat(verdict.trust()).isEqualTo(Trust.NO);
    assertThat(verdict.answer().key()).isEqualTo("evaluate.verdict.words");
  }

  @Test
  void saysNoToAModelThatAlwaysAnswersTheSame() {
    Verdict verdict = Verdict.of(evaluation(rows(90, row(0, 0, 0), 10, row(1, 0, 0)), true));
    assertThat(verdict.answer().key()).isEqualTo("evaluate.verdict.constant");
  }

  @Test
  void doesNotJudgeOnAHandfulOfTexts() {
    Verdict verdict = Verdict.of(evaluation(rows(4, row(0, 0, 1), 3, row(1, 1, 0)), true));
    assertThat(verdict.trust()).isEqualTo(Trust.CAREFUL);
    assertThat(verdict.answer()).isEqualTo(Sentence.of("evaluate.verdict.few", "7"));
  }

  @Test
  void isCarefulWithManyMistakesAndNamesLabelsWithoutTests() {
    Verdict verdict =
        Verdict.of(evaluation(rows(60, row(0, 0, 1), 60, row(1, 1, 0), 60, row(1, 0, 0)), true));
    assertThat(verdict.answer().key()).isEqualTo("evaluate.verdict.shaky");
    assertThat(verdict.reasons()).contains(Sentence.of("evaluate.because.untested", "rare"));
  }

  @Test
  void aShareNeverRoundsAFewMistakesAway() {
    assertThat(Figures.outOf(0.918)).containsExactly("92", "100");
    assertThat(Figures.outOf(0.997)).containsExactly("997", "1,000");
    assertThat(Figures.outOf(0.9999)).containsExactly("999", "1,000");
    assertThat(Figures.outOf(1)).containsExactly("100", "100");
    assertThat(Figures.outOf(0)).containsExactly("0", "100");
    assertThat(Figures.outOf(0.001)).containsExactly("1", "1,000");
  }
}
