package org.shilpi.evaluate;

import java.util.List;
import java.util.Optional;

/// Everything shown about a run's answers on texts whose labels are known. Always recomputed from
/// stored predictions, by [Evaluations].
///
/// @param n texts, at least 1
/// @param macroF1 see [Agreement], as are the next four
/// @param top3 share of texts whose true label is among the three most probable ones
/// @param falsePositiveRate mean over labels, those without negatives left out
/// @param falseNegativeRate mean over labels, those without cases left out
/// @param logLoss in nats, see [Probabilities], as are the next three
/// @param brier 0 to 2
/// @param calibrationError expected calibration error, 15 equal-width bins, 0 to 1
/// @param meanConfidence how sure the model says it is, 0 to 1
/// @param confusion counts, rows = what people said, columns = what the model said
/// @param baselines simpler ways on the same texts, the most accurate first
/// @param latency absent if no text was timed
public record Evaluation(
    List<String> labels,
    int n,
    double accuracy,
    Interval accuracyInterval,
    double macroF1,
    double weightedF1,
    double mcc,
    double kappa,
    double balancedAccuracy,
    double top3,
    double falsePositiveRate,
    Interval falsePositiveInterval,
    double falseNegativeRate,
    Interval falseNegativeInterval,
    double logLoss,
    double brier,
    double calibrationError,
    double meanConfidence,
    List<ClassScore> perClass,
    int[][] confusion,
    List<BaselineScore> baselines,
    Optional<Latency> latency)
    implements Assessment {
  public Evaluation {
    labels = List.copyOf(labels);
    perClass = List.copyOf(perClass);
    baselines = List.copyOf(baselines);
  }
}
