package org.shilpi.train;

import java.io.IOException;
import java.util.List;
import org.shilpi.job.JobContext;

/// Foretells what trainings will take, by trying them out for some seconds on this machine with the
/// real texts.
public interface Forecaster {
  /// @param tasks trainings that might be started, all on the same data and base model; none is
  ///   started, and their run folders need not exist
  /// @return one forecast a task, in order
  /// @throws org.shilpi.job.CancelledException if the context was cancelled
  /// @throws org.shilpi.job.Problem if the data or the base model cannot be trained on
  List<Forecast> forecast(List<TrainingTask> tasks, JobContext context) throws IOException;
}
