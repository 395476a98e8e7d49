package org.shilpi.train;

import java.util.List;
import java.util.Map;

/// What a run said about texts.
///
/// @param labels label names in the order of the columns
/// @param probabilities one row a text, one column a label; rows sum to 1
/// @param baselines the same from each plain baseline, by name (`majority`, `tfidf`, `frozen`);
///   empty if not asked for
/// @param latencyMillis time for one text alone, tokenizing included, one value a sampled text
public record Scores(
    List<String> labels,
    float[][] probabilities,
    Map<String, float[][]> baselines,
    double[] latencyMillis) {
  public Scores {
    labels = List.copyOf(labels);
    baselines = Map.copyOf(baselines);
  }
}
