package org.shilpi.train;

import java.nio.file.Path;
import java.util.List;

/// Texts to be scored by a trained run.
///
/// @param run the run's folder (holds `model/` and `baselines/`)
/// @param baseModel the base model's folder (a quick run keeps only its head)
/// @param texts what to score, in order
/// @param baselines whether the plain baselines answer too
/// @param latencySamples how many of the texts are also timed one by one, 0 for none
/// @param device as in [TrainingSpec]
public record ScoringTask(
    Path run,
    Path baseModel,
    List<String> texts,
    boolean baselines,
    int latencySamples,
    String device) {
  public ScoringTask {
    texts = List.copyOf(texts);
  }
}
