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
public record TrainingTask(
    TrainingSpec spec, Path snapshot, Path baseModel, Path run, Path cache) {}
