package org.shilpi.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// From predictions to an [Evaluation].
public final class Evaluations {
  private Evaluations() {}

  /// @param labels names in the order of the columns
  /// @param truth index of each text's true label
  /// @param probabilities one row a text, one column a label
  /// @param baselines the same from each plain baseline, by name
  /// @param latencyMillis time for one text alone, one value a sampled text; empty if not timed
  /// @throws IllegalArgumentException if there is no text, or shapes disagree
  public static Evaluation of(
      List<String> labels,
      int[] truth,
      float[][] probabilities,
      Map<String, float[][]> baselines,
      double[] latencyMillis) {
    if (truth.length == 0) {
      throw new IllegalArgumentException("there is no text to evaluate on");
    }
    Probabilities beliefs = Probabilities.of(probabilities, truth);
    int[] answers = beliefs.answers();
    Confusion confusion = Confusion.of(labels.size(), truth, answers);
    Agreement agreement = Agreement.of(confusion);
    List<ClassScore> perClass = perClass(labels, confusion);
    boolean[] right = right(truth, answers);
    return new Evaluation(
        labels,
        confusion.n(),
        confusion.accuracy(),
        Interval.wilson(confusion.hits(), confusion.n()),
        agreement.macroF1(),
        agreement.weightedF1(),
        agreement.mcc(),
        agreement.kappa(),
        agreement.balancedAccuracy(),
        beliefs.top(3),
        mean(perClass, ClassScore::falsePositiveRate),
        meanInterval(perClass, ClassScore::falsePositiveRate, ClassScore::falsePositiveInterval),
        mean(perClass, ClassScore::falseNegativeRate),
        meanInterval(perClass, ClassScore::falseNegativeRate, ClassScore::falseNegativeInterval),
        beliefs.logLoss(),
        beliefs.brier(),
        beliefs.calibrationError(),
        beliefs.meanConfidence(),
        perClass,
        confusion.counts(),
        baselines.entrySet().stream()
            .map(entry -> baseline(entry.getKey(), entry.getValue(), truth, right))
            .sorted(
                Comparator.comparingDouble(BaselineScore::accuracy)
                    .reversed()
                    .thenComparing(BaselineScore::name))
            .toList(),
        latencyMillis.length == 0 ? Optional.empty() : Optional.of(Latency.of(latencyMillis)));
  }

  private static List<ClassScore> perClass(List<String> labels, Confusion confusion) {
    List<ClassScore> scores = new ArrayList<>();
    for (int label = 0; label < labels.size(); label++) {
      int support = confusion.support(label);
      int hits = confusion.hits(label);
      int answered = confusion.answered(label);
      scores.add(
          new ClassScore(
              labels.get(label),
              confusion.precision(label),
              confusion.recall(label),
              confusion.f1(label),
              support,
              confusion.falsePositiveRate(label),
              confusion.falseNegativeRate(label),
              Interval.wilson(hits, support),
              Interval.wilson(hits, answered),
              Interval.wilson(answered - hits, confusion.n() - support)));
    }
    return scores;
  }

  private static BaselineScore baseline(
      String name, float[][] probabilities, int[] truth, boolean[] right) {
    boolean[] simple = right(truth, Probabilities.of(probabilities, truth).answers());
    int hits = 0;
    for (boolean hit : simple) {
      hits += hit ? 1 : 0;
    }
    return new BaselineScore(
        name,
        (double) hits / truth.length,
        Interval.wilson(hits, truth.length),
        McNemar.of(right, simple).pValue());
  }

  private static boolean[] right(int[] truth, int[] answers) {
    boolean[] right = new boolean[truth.length];
    for (int i = 0; i < truth.length; i++) {
      right[i] = truth[i] == answers[i];
    }
    return right;
  }

  private static double mean(List<ClassScore> scores, ToDoubleFunction<ClassScore> rate) {
    return scores.stream()
        .mapToDouble(rate)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  private static Interval meanInterval(
      List<ClassScore> scores,
      ToDoubleFunction<ClassScore> rate,
      Function<ClassScore, Interval> interval) {
    return Interval.ofMean(
        scores.stream().mapToDouble(rate).toArray(),
        scores.stream().map(interval).toArray(Interval[]::new));
  }
}
