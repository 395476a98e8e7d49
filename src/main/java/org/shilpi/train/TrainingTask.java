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
/// @param seconds after which an attempt at a run with passes ends as if they were all done, and
///   the best of them is kept; 0 for no such limit, as a rule
public record TrainingTask(
    TrainingSpec spec,
    Path snapshot,
    Path baseModel,
    Path run,
    Path cache,
    int parts,
    double seconds) {
  public TrainingTask {
    if (Integer.bitCount(parts) != 1 || parts < 0) {
      throw new IllegalArgumentException("parts must be a power of two, was " + parts);
    }
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException("seconds must be at least 0, were " + seconds);
    }
  }

  /// With whole batches, and time.
  public TrainingTask(TrainingSpec spec, Path snapshot, Path baseModel, Path run, Path cache) {
    this(spec, snapshot, baseModel, run, cache, 1, 0);
  }

  public TrainingTask inParts(int more) {
    return new TrainingTask(spec, snapshot, baseModel, run, cache, more, seconds);
  }

  public TrainingTask within(double limit) {
    return new TrainingTask(spec, snapshot, baseModel, run, cache, parts, limit);
  }
}
