package org.shilpi.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The answer to “Can I trust it?”, the same in the window, the terminal and the report.
///
/// @param trust what the answer comes down to
/// @param answer one sentence
/// @param reasons what it rests on, the most important first
public record Verdict(Trust trust, Sentence answer, List<Sentence> reasons) {
  /// What an answer comes down to.
  public enum Trust {
    YES,
    CAREFUL,
    NO
  }

  /// An interval wider than this says too little for a yes or no.
  private static final double WIDE = 0.25;

  /// Below this share of right answers a model is no help on its own.
  private static final double HELPFUL = 0.75;

  /// Shares closer than this are as good as equal to a reader.
  private static final double NOTICEABLE = 0.05;

  /// Differences that chance brings more often than this are none.
  private static final double SIGNIFICANT = 0.05;

  public Verdict {
    reasons = List.copyOf(reasons);
  }

  public static Verdict of(Evaluation evaluation) {
    List<Sentence> reasons = new ArrayList<>();
    Interval sure = evaluation.accuracyInterval();
    reasons.add(within("evaluate.because.interval", evaluation.accuracy(), sure, evaluation.n()));
    if (sure.high() - sure.low() > WIDE) {
      return tooEarly(evaluation.n(), reasons);
    }
    Optional<BaselineScore> constant = unbeaten(evaluation, "majority");
    if (constant.isPresent()) {
      reasons.add(against("evaluate.because.constant", evaluation, constant.get()));
      return new Verdict(Trust.NO, Sentence.of("evaluate.verdict.constant"), reasons);
    }
    Optional<BaselineScore> words = unbeaten(evaluation, "tfidf");
    if (words.isPresent()) {
      reasons.add(against("evaluate.because.words", evaluation, words.get()));
      return words.get().accuracy() < evaluation.accuracy()
          ? new Verdict(
              Trust.CAREFUL,
              Sentence.of("evaluate.verdict.unclear", Figures.count(evaluation.n())),
              reasons)
          : new Verdict(Trust.NO, Sentence.of("evaluate.verdict.words"), reasons);
    }
    baseline(evaluation, "tfidf")
        .ifPresent(b -> reasons.add(against("evaluate.because.beats", evaluation, b)));
    Optional<ClassScore> weakest = weakest(evaluation);
    weakest.ifPresent(score -> reasons.add(missed(score)));
    untested(evaluation).ifPresent(reasons::add);
    return new Verdict(trust(evaluation, weakest), answer(evaluation, weakest), reasons);
  }

  /// The same for texts that have any number of labels, or labels on their parts, by the F1 of all
  /// labels together. The frozen base model is a way to train, not a plain way to do without.
  public static Verdict of(TargetEvaluation evaluation) {
    TargetEvaluation.Score whole = evaluation.whole();
    LabelScore counts = whole.counts();
    Interval sure = whole.f1Interval();
    List<Sentence> reasons = new ArrayList<>();
    reasons.add(within("evaluate.because.f1", counts.f1(), sure, evaluation.n()));
    if (sure.high() - sure.low() > WIDE) {
      return tooEarly(evaluation.n(), reasons);
    }
    Optional<TargetEvaluation.Baseline> plain =
        evaluation.baselines().stream().filter(b -> !b.name().equals("frozen")).findFirst();
    if (plain.isPresent()) {
      double other = plain.get().whole().counts().f1();
      reasons.add(
          Sentence.of(
              "evaluate.because.plain-f1", Figures.percent(counts.f1()), Figures.percent(other)));
      if (other >= counts.f1()) {
        return new Verdict(Trust.NO, Sentence.of("evaluate.verdict.plain"), reasons);
      }
      if (other >= sure.low()) {
        return new Verdict(
            Trust.CAREFUL,
            Sentence.of("evaluate.verdict.unclear-plain", Figures.count(evaluation.n())),
            reasons);
      }
    }
    boolean helpful = counts.f1() >= HELPFUL;
    String[] found = Figures.outOf(counts.recall());
    String[] right = Figures.outOf(counts.precision());
    return new Verdict(
        helpful ? Trust.YES : Trust.CAREFUL,
        Sentence.of(
            helpful ? "evaluate.verdict.finds" : "evaluate.verdict.finds-too-little",
            found[0],
            found[1],
            right[0],
            right[1]),
        reasons);
  }

  private static Sentence within(String key, double share, Interval sure, int n) {
    return Sentence.of(
        key,
        Figures.percent(share),
        Figures.percent(sure.low()),
        Figures.percent(sure.high()),
        Figures.count(n));
  }

  private static Verdict tooEarly(int n, List<Sentence> reasons) {
    reasons.add(Sentence.of("evaluate.because.few"));
    return new Verdict(
        Trust.CAREFUL, Sentence.of("evaluate.verdict.few", Figures.count(n)), reasons);
  }

  private static Trust trust(Evaluation evaluation, Optional<ClassScore> weakest) {
    return evaluation.accuracy() >= HELPFUL && weakest.isEmpty() ? Trust.YES : Trust.CAREFUL;
  }

  private static Sentence answer(Evaluation evaluation, Optional<ClassScore> weakest) {
    if (evaluation.accuracy() < HELPFUL) {
      String[] wrong = Figures.outOf(1 - evaluation.accuracy());
      return Sentence.of("evaluate.verdict.shaky", wrong[0], wrong[1]);
    }
    String[] right = Figures.outOf(evaluation.accuracy());
    return weakest
        .map(score -> Sentence.of("evaluate.verdict.careful", score.label(), right[0], right[1]))
        .orElseGet(() -> Sentence.of("evaluate.verdict.yes", right[0], right[1]));
  }

  private static Optional<BaselineScore> baseline(Evaluation evaluation, String name) {
    return evaluation.baselines().stream().filter(b -> b.name().equals(name)).findFirst();
  }

  private static Optional<BaselineScore> unbeaten(Evaluation evaluation, String name) {
    return baseline(evaluation, name)
        .filter(b -> b.accuracy() >= evaluation.accuracy() || b.pValue() >= SIGNIFICANT);
  }

  private static Sentence against(String key, Evaluation evaluation, BaselineScore baseline) {
    return Sentence.of(
        key, Figures.percent(evaluation.accuracy()), Figures.percent(baseline.accuracy()));
  }

  /// The label that is found least often, if it is clearly below the whole. The weakest of many
  /// labels is low by chance alone, so its chance is multiplied by their number (Bonferroni).
  private static Optional<ClassScore> weakest(Evaluation evaluation) {
    List<ClassScore> tested =
        evaluation.perClass().stream().filter(score -> score.support() > 0).toList();
    return tested.stream()
        .min(Comparator.comparingDouble(ClassScore::recall))
        .filter(score -> score.recall() < evaluation.accuracy() - NOTICEABLE)
        .filter(score -> chance(score, evaluation.accuracy()) * tested.size() < SIGNIFICANT);
  }

  /// How often a label as easy as the whole would be found as seldom as this one.
  private static double chance(ClassScore score, double accuracy) {
    int hits = (int) Math.round(score.support() * score.recall());
    return accuracy < 1 ? Binomial.atMost(hits, score.support(), accuracy) : 1;
  }

  private static Sentence missed(ClassScore score) {
    long missed = Math.round(score.support() * score.falseNegativeRate());
    return Sentence.of(
        "evaluate.because.weakest",
        score.label(),
        Figures.count(missed),
        Figures.count(score.support()),
        Figures.percent(score.falseNegativeInterval().low()),
        Figures.percent(score.falseNegativeInterval().high()));
  }

  private static Optional<Sentence> untested(Evaluation evaluation) {
    List<String> labels =
        evaluation.perClass().stream()
            .filter(score -> score.support() == 0)
            .map(ClassScore::label)
            .toList();
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(Sentence.of("evaluate.because.untested", String.join(", ", labels)));
  }
}
