package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.shilpi.job.JobContext;

/// Brings texts into a project. A cancelled or failed import leaves nothing of the file.
public final class ImportData {
  public ImportData(ProjectSession session) {}

  public ImportPreview preview(ImportRequest request) throws IOException {
    throw new UnsupportedOperationException("contract only");
  }

  public ImportReport run(ImportRequest request, JobContext context) throws IOException {
    throw new UnsupportedOperationException("contract only");
  }

  /// The newest rejected rows.
  public List<RejectedRow> rejected(int limit) {
    throw new UnsupportedOperationException("contract only");
  }

  /// Writes all rejected rows with their reasons as CSV.
  public void exportRejected(Path file) throws IOException {
    throw new UnsupportedOperationException("contract only");
  }
}
