package org.shilpi.ui.evaluate;

import java.util.Comparator;
import java.util.Optional;
import org.shilpi.evaluate.BaselineScore;
import org.shilpi.evaluate.ClassScore;
import org.shilpi.evaluate.Evaluation;

/// The answer to “can I trust it?”, by a fixed rule:
///
/// - **Not yet**, if it does not clearly beat the answer that is always the most common label (the
///   lower end of its 95 % interval is not above it), or if even that lower end leaves more wrong
///   than right.
/// - **Yes**, if the lower end of its interval is at least [#GOOD], it clearly beats the best plain
///   way (McNemar's exact test, p below [#CHANCE]), and no label is weak: each label with at least
///   [#SAYS_LITTLE] test texts is found in at least [#WEAK] of them.
/// - **With care** in all other cases; the reason names the first of these that failed.
///
/// @param weakest the label that is found least often, where any label has a test text
/// @param plain the best way without the base model's help
record Trust(
    Answer answer, Reason reason, Optional<ClassScore> weakest, Optional<BaselineScore> plain) {
  /// Four of five, even in bad luck.
  static final double GOOD = 0.8;

  static final double CHANCE = 0.05;
  static final double WEAK = 0.7;

  /// Under so many cases a share says little.
  static final int SAYS_LITTLE = 30;

  enum Answer {
    YES,
    WITH_CARE,
    NOT_YET
  }

  enum Reason {
    BEATS_PLAIN,
    NO_BETTER_THAN_GUESSING,
    MORE_WRONG_THAN_RIGHT,
    NO_BETTER_THAN_PLAIN,
    WEAK_LABEL,
    NOT_GOOD_ENOUGH
  }

  static Trust of(Evaluation evaluation) {
    double low = evaluation.accuracyInterval().low();
    Optional<BaselineScore> majority = baseline(evaluation, "majority");
    Optional<BaselineScore> plain = baseline(evaluation, "tfidf").or(() -> majority);
    Optional<ClassScore> weakest = weakest(evaluation, 1);
    if (majority.filter(guess -> low <= guess.accuracy()).isPresent()) {
      return new Trust(Answer.NOT_YET, Reason.NO_BETTER_THAN_GUESSING, weakest, plain);
    }
    if (low <= 0.5) {
      return new Trust(Answer.NOT_YET, Reason.MORE_WRONG_THAN_RIGHT, weakest, plain);
    }
    Optional<ClassScore> weak =
        weakest(evaluation, SAYS_LITTLE).filter(label -> label.recall() < WEAK);
    if (weak.isPresent()) {
      return new Trust(Answer.WITH_CARE, Reason.WEAK_LABEL, weak, plain);
    }
    if (plain.filter(way -> !beats(evaluation, way)).isPresent()) {
      return new Trust(Answer.WITH_CARE, Reason.NO_BETTER_THAN_PLAIN, weakest, plain);
    }
    if (low < GOOD) {
      return new Trust(Answer.WITH_CARE, Reason.NOT_GOOD_ENOUGH, weakest, plain);
    }
    return new Trust(Answer.YES, Reason.BEATS_PLAIN, weakest, plain);
  }

  private static boolean beats(Evaluation evaluation, BaselineScore way) {
    return evaluation.accuracy() > way.accuracy() && way.pValue() < CHANCE;
  }

  private static Optional<BaselineScore> baseline(Evaluation evaluation, String name) {
    return evaluation.baselines().stream().filter(way -> way.name().equals(name)).findFirst();
  }

  private static Optional<ClassScore> weakest(Evaluation evaluation, int least) {
    return evaluation.perClass().stream()
        .filter(label -> label.support() >= least)
        .min(
            Comparator.comparingDouble(ClassScore::recall)
                .thenComparing(Comparator.comparingInt(ClassScore::support).reversed()));
  }
}
