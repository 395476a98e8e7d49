package org.shilpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shilpi.data.Target;
import org.shilpi.evaluate.Verdict.Trust;

/// The answer where a text may have any number of labels.
class TargetVerdictTest {
  private static final Target BOTH = new Target.Many(List.of(0, 1));
  private static final Target FIRST = new Target.Many(List.of(0));
  private static final Target NONE = new Target.Many(List.of());

  @Test
  void trustsARunThatFindsMostAndBeatsWordCounting() {
    Verdict verdict = Verdict.of(evaluation(200, 180, 120));
    assertThat(verdict.trust()).isEqualTo(Trust.YES);
    assertThat(verdict.answer().key()).isEqualTo("evaluate.verdict.finds");
    assertThat(verdict.reasons()).hasSize(2);
  }

  @Test
  void doesNotTrustARunThatWordCountingEquals() {
    Verdict verdict = Verdict.of(evaluation(200, 160, 160));
    assertThat(verdict.trust()).isEqualTo(Trust.NO);
    assertThat(verdict.answer().key()).isEqualTo("evaluate.verdict.plain");
  }

  @Test
  void isNotSureWhereWordCountingIsWithinReachOfChance() {
    Verdict verdict = Verdict.of(evaluation(100, 80, 76));
    assertThat(verdict.trust()).isEqualTo(Trust.CAREFUL);
    assertThat(verdict.answer().key()).isEqualTo("evaluate.verdict.unclear-plain");
  }

  @Test
  void saysThatItIsTooEarlyOnAFewTexts() {
    assertThat(Verdict.of(evaluation(8, 5, 0)).answer().key()).isEqualTo("evaluate.verdict.few");
  }

  @Test
  void saysThatTooLittleIsFound() {
    assertThat(Verdict.of(evaluation(300, 100, 10)).answer().key())
        .isEqualTo("evaluate.verdict.finds-too-little");
  }

  @Test
  void aFaultlessRunIsNotCertain() {
    Interval sure = evaluation(13, 13, 0).whole().f1Interval();
    assertThat(sure).isEqualTo(Interval.wilson(26, 26));
  }

  /// Texts with two labels each: `right` of them answered right by the run, `plain` by word
  /// counting; of the others one label, or none, is found.
  private static TargetEvaluation evaluation(int texts, int right, int plain) {
    List<Target> truth = new ArrayList<>();
    List<Target> answers = new ArrayList<>();
    List<Target> words = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      truth.add(BOTH);
      answers.add(i < right ? BOTH : i % 2 == 0 ? FIRST : NONE);
      words.add(i < plain ? BOTH : i % 2 == 0 ? FIRST : NONE);
    }
    return TargetEvaluations.of(
        List.of("a", "b"), truth, answers, Map.of("tfidf", words, "frozen", truth), new double[0]);
  }
}
