package org.shilpi.workflow;

import java.time.Instant;
import java.util.List;
import org.shilpi.store.QualityStore.Found;

/// What was found about a project's data.
///
/// @param current whether nothing changed since; else it should be made anew
/// @param texts how many were looked at
public record QualityReport(
    Instant made, boolean current, long texts, List<FoundFinding> findings) {
  public QualityReport {
    findings = List.copyOf(findings);
  }

  static QualityReport of(
      org.shilpi.store.QualityStore.Header header, boolean current, List<Found> findings) {
    return new QualityReport(
        header.made(), current, header.texts(), findings.stream().map(FoundFinding::of).toList());
  }

  /// Findings that nobody settled and that matter.
  public long open() {
    return findings.stream().filter(FoundFinding::open).count();
  }
}
