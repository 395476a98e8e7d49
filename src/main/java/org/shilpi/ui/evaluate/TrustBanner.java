package org.shilpi.ui.evaluate;

import org.shilpi.evaluate.BaselineScore;
import org.shilpi.evaluate.ClassScore;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;

/// The verdict in words: one sentence, and what it rests on.
record TrustBanner(Trust trust, Evaluation evaluation, Messages words) {
  static VerdictBanner of(Evaluation evaluation, Messages words) {
    Trust trust = Trust.of(evaluation);
    TrustBanner saying = new TrustBanner(trust, evaluation, words);
    return new VerdictBanner(tone(trust.answer()), saying.sentence(), saying.reason());
  }

  private static Tone tone(Trust.Answer answer) {
    return switch (answer) {
      case YES -> Tone.SUCCESS;
      case WITH_CARE -> Tone.WARNING;
      case NOT_YET -> Tone.DANGER;
    };
  }

  private String sentence() {
    String right = ofHundred(evaluation.accuracy());
    String label = trust.weakest().map(ClassScore::label).orElse("");
    return switch (trust.reason()) {
      case BEATS_PLAIN -> words.of("window.evaluate.yes", right);
      case WEAK_LABEL -> words.of("window.evaluate.care.label", label);
      case NO_BETTER_THAN_PLAIN -> words.of("window.evaluate.care.plain", right);
      case NOT_GOOD_ENOUGH -> words.of("window.evaluate.care.range", right);
      case NO_BETTER_THAN_GUESSING -> words.of("window.evaluate.no.guessing");
      case MORE_WRONG_THAN_RIGHT -> words.of("window.evaluate.no.wrong", right);
    };
  }

  private String reason() {
    String beside = trust.plain().map(this::beside).orElse("");
    return (beside + " " + trust.weakest().map(this::weakest).orElse("")).strip();
  }

  private String beside(BaselineScore plain) {
    boolean better = evaluation.accuracy() > plain.accuracy();
    boolean sure = plain.pValue() < Trust.CHANCE;
    String key;
    if (!better) {
      key = "window.evaluate.beside.worse";
    } else {
      key = sure ? "window.evaluate.beside.clearly" : "window.evaluate.beside.unclear";
    }
    return words.of(
        key,
        words.of("baseline." + plain.name()),
        Figures.points(evaluation.accuracy()),
        Figures.points(plain.accuracy()));
  }

  private String weakest(ClassScore label) {
    int missed = (int) Math.round(label.support() * (1 - label.recall()));
    if (missed == 0) {
      return "";
    }
    boolean few = label.support() < Trust.SAYS_LITTLE;
    return words.of(
        few ? "window.evaluate.weakest.few" : "window.evaluate.weakest",
        label.label(),
        label.support(),
        missed,
        Integer.toString((int) Math.floor(label.support() * label.falseNegativeInterval().low())),
        Integer.toString((int) Math.ceil(label.support() * label.falseNegativeInterval().high())));
  }

  /// Never says 100 while one is wrong, nor 0 while one is right.
  static String ofHundred(double share) {
    long rounded = Math.round(share * 100);
    if (rounded == 100 && share < 1) {
      rounded = 99;
    }
    return Long.toString(rounded == 0 && share > 0 ? 1 : rounded);
  }
}
