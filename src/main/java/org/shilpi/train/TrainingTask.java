package org.shilpi.train;

import java.nio.file.Path;

/// What a trainer is handed. All paths are absolute; nothing of it needs the project's database.
///
/// @param spec what was chosen
/// @param snapshot the frozen data, as written by `data.SnapshotFile`
/// @param baseModel a Hugging Face folder
/// @param run the run's folder (`runs/<id>.tmp`); a checkpoint found in it is resumed, exactly
/// @param cache the project's folder for what can be computed again (embeddings); may be emptied at
///   any time
/// @param parts in how many parts at least a batch goes through the model, a power of two: more
///   need less memory, take a little longer, and learn the same; 1 as a rule
public record TrainingTask(
    TrainingSpec spec, Path snapshot, Path baseModel, Path run, Path cache, int parts) {
  public TrainingTask {
    if (Integer.bitCount(parts) != 1 || parts < 0) {
      throw new IllegalArgumentException("parts must be a power of two, was " + parts);
    }
  }

  /// With whole batches.
  public TrainingTask(TrainingSpec spec, Path snapshot, Path baseModel, Path run, Path cache) {
    this(spec, snapshot, baseModel, run, cache, 1);
  }

  public TrainingTask inParts(int more) {
    return new TrainingTask(spec, snapshot, baseModel, run, cache, more);
  }
}
