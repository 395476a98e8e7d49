package org.shilpi.workflow;

import java.util.List;
import org.shilpi.job.Problem;

/// What became of each file of an order.
public record ImportSummary(List<CameIn> files, List<Refused> refused) {
  /// A file that came in.
  public record CameIn(String name, ImportReport report) {}

  /// A file of which nothing came in.
  public record Refused(String name, Problem why) {}

  public ImportSummary {
    files = List.copyOf(files);
    refused = List.copyOf(refused);
  }

  /// All files together.
  public ImportReport total() {
    return new ImportReport(
        files.stream().mapToLong(file -> file.report().imported()).sum(),
        files.stream().mapToLong(file -> file.report().rejected()).sum(),
        files.stream().mapToLong(file -> file.report().duplicates()).sum(),
        files.stream().flatMap(file -> file.report().labels().stream()).toList());
  }
}
