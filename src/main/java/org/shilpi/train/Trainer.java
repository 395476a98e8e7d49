package org.shilpi.train;

import java.io.IOException;
import java.util.function.Consumer;
import org.shilpi.job.JobContext;

/// Trains. One implementation works in this process (`djl`), one launches a worker process
/// (`worker`).
///
/// When `train` returns, the run's folder holds `model/` (a Hugging Face folder that the scorer can
/// load), `baselines/`, and no checkpoint. When it throws or the process dies, the last checkpoint
/// is there, whole.
public interface Trainer {
  /// @param events called on the training thread; must not block
  /// @throws org.shilpi.job.CancelledException after a checkpoint was written, if the context was
  ///   cancelled
  /// @throws org.shilpi.job.Problem if the data or the base model cannot be trained on; with a key
  ///   `problem.worker.…` if the process that trained was lost, which leaves the run interrupted,
  ///   not failed
  TrainingResult train(TrainingTask task, JobContext context, Consumer<TrainingEvent> events)
      throws IOException;
}
