package org.shilpi.quality;

import java.io.IOException;
import org.shilpi.job.JobContext;

/// Looks at texts through a base model as it is, without training it. One implementation works in
/// this process (`djl`), one launches a worker process (`worker`).
public interface Surveyor {
  /// @throws org.shilpi.job.CancelledException if the context was cancelled
  /// @throws org.shilpi.job.Problem if the base model cannot be used
  Survey survey(SurveyTask task, JobContext context) throws IOException;
}
