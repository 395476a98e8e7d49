package org.shilpi.workflow;

import java.io.IOException;
import java.util.Optional;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Split;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.job.JobContext;
import org.shilpi.train.Scorer;

/// Lets a run answer on texts it never saw, stores the answers, and computes the evaluation from
/// what is stored.
public final class EvaluateModel {
  public EvaluateModel(ProjectSession session, Catalogue catalogue, Scorer scorer) {}

  public Evaluation run(long run, Split split, JobContext context) throws IOException {
    throw new UnsupportedOperationException("contract only");
  }

  /// The evaluation of a run from stored predictions, if it was evaluated.
  public Optional<Evaluation> stored(long run, Split split) {
    throw new UnsupportedOperationException("contract only");
  }
}
