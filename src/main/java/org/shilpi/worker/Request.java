package org.shilpi.worker;

import java.nio.file.Path;
import java.util.List;
import org.shilpi.deploy.ExportTask;
import org.shilpi.train.TrainingTask;

/// What a parent asks of a worker: one in its life.
sealed interface Request {
  record Train(TrainingTask task) implements Request {}

  record Foretell(List<TrainingTask> tasks) implements Request {}

  record Export(ExportTask task) implements Request {}

  /// @param task where the [org.shilpi.quality.SurveyTask] is, see [SurveyFile]
  /// @param survey where the answer goes
  record Survey(Path task, Path survey) implements Request {}

  /// A [org.shilpi.train.ScoringTask] whose texts are in a file.
  ///
  /// @param texts see [TextFile]
  /// @param scores where the answer goes, see [ScoreFile]
  record Score(
      Path run,
      Path baseModel,
      Path texts,
      Path scores,
      boolean baselines,
      int latencySamples,
      String device)
      implements Request {}
}
