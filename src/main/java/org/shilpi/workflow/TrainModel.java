package org.shilpi.workflow;

import java.io.IOException;
import java.util.function.Consumer;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.job.JobContext;
import org.shilpi.train.Run;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingSpec;

/// Freezes the data, starts a run, keeps its events, and remembers how it ended.
public final class TrainModel {
  public TrainModel(ProjectSession session, Catalogue catalogue, Trainer trainer) {}

  /// @throws org.shilpi.job.Problem if there is too little to learn from (fewer than two labels
  ///   with two texts each)
  public Run run(TrainingSpec spec, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    throw new UnsupportedOperationException("contract only");
  }

  /// Goes on with an interrupted or cancelled run from its last checkpoint.
  public Run resume(long run, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    throw new UnsupportedOperationException("contract only");
  }
}
