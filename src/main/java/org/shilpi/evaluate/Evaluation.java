package org.shilpi.evaluate;

import java.util.List;
import java.util.Optional;

/// Everything shown about a run's answers on texts whose labels are known. Always recomputed from
/// stored predictions.
///
/// @param confusion counts, rows = what people said, columns = what the model said
/// @param falsePositiveRate mean over labels, those without negatives left out
/// @param falseNegativeRate mean over labels, those without cases left out
/// @param calibrationError expected calibration error, 15 equal-width bins
public record Evaluation(
    List<String> labels,
    int n,
    double accuracy,
    Interval accuracyInterval,
    double macroF1,
    double falsePositiveRate,
    double falseNegativeRate,
    double logLoss,
    double brier,
    double calibrationError,
    List<ClassScore> perClass,
    int[][] confusion,
    List<BaselineScore> baselines,
    Optional<Latency> latency) {}
