package org.shilpi.workflow;

import org.shilpi.quality.Finding;
import org.shilpi.quality.Severity;
import org.shilpi.store.QualityStore.Found;

/// A finding of the newest report.
///
/// @param id its number, until the next report is made
/// @param finding without its members, see [CheckQuality#texts]
/// @param members how many texts it is about
/// @param settled whether somebody accepted it as it is
public record FoundFinding(long id, Finding finding, long members, boolean settled) {
  static FoundFinding of(Found found) {
    return new FoundFinding(found.id(), found.finding(), found.members(), found.settled());
  }

  /// Whether somebody should still do something about it.
  public boolean open() {
    return !settled && finding.severity() != Severity.NOTE;
  }
}
