package org.shilpi.train;

import java.io.IOException;
import org.shilpi.job.JobContext;

/// Lets a trained run answer. One implementation works in this process (`djl`), one launches a
/// worker process (`worker`).
public interface Scorer {
  Scores score(ScoringTask task, JobContext context) throws IOException;
}
