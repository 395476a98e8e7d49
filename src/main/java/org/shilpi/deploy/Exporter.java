package org.shilpi.deploy;

import java.io.IOException;
import org.shilpi.job.JobContext;

/// Writes a trained model in a form that others read. One implementation works in this process
/// (`djl`), one launches a worker process (`worker`).
public interface Exporter {
  /// @throws org.shilpi.job.Problem if the run's model does not have that form
  void export(ExportTask task, JobContext context) throws IOException;
}
