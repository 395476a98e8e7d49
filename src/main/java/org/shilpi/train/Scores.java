package org.shilpi.train;

import java.util.List;
import java.util.Map;

/// What a run said about texts.
///
/// @param labels label names in the order of the columns
/// @param probabilities one row a text, one column a label; rows sum to 1 where a text has one
///   label, each column stands for itself where it may have any number; empty where spans are
///   marked
/// @param thresholds how probable each label must be to be given, where a text may have any number;
///   else empty
/// @param spans the marked parts of each text, by where they start, none overlapping; empty where
///   whole texts are labeled
/// @param baselines probabilities from each plain baseline, by name (`majority`, `tfidf`,
///   `frozen`); empty if not asked for
/// @param spanBaselines spans from each plain baseline, by name (`dictionary`, `frozen`)
/// @param latencyMillis time for one text alone, tokenizing included, one value a sampled text
public record Scores(
    List<String> labels,
    float[][] probabilities,
    float[] thresholds,
    List<List<FoundSpan>> spans,
    Map<String, float[][]> baselines,
    Map<String, List<List<FoundSpan>>> spanBaselines,
    double[] latencyMillis) {
  public Scores {
    labels = List.copyOf(labels);
    spans = spans.stream().map(List::copyOf).toList();
    baselines = Map.copyOf(baselines);
    spanBaselines = Map.copyOf(spanBaselines);
  }

  /// Of texts with one label each.
  public Scores(
      List<String> labels,
      float[][] probabilities,
      Map<String, float[][]> baselines,
      double[] latencyMillis) {
    this(labels, probabilities, new float[0], List.of(), baselines, Map.of(), latencyMillis);
  }
}
