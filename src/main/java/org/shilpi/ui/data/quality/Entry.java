package org.shilpi.ui.data.quality;

import org.shilpi.quality.Finding;
import org.shilpi.quality.Severity;
import org.shilpi.ui.control.Tone;
import org.shilpi.workflow.FoundFinding;

/// A finding as a row of the page.
///
/// @param id its number, until the next report is made
/// @param texts how many texts it is about
/// @param settled whether somebody accepted it as it is
record Entry(long id, Finding finding, long texts, boolean settled) {
  static Entry of(FoundFinding found) {
    return new Entry(found.id(), found.finding(), found.members(), found.settled());
  }

  /// Whether somebody should still do something about it.
  boolean open() {
    return !settled && finding.severity() != Severity.NOTE;
  }

  Tone tone() {
    if (settled) {
      return Tone.SUCCESS;
    }
    return switch (finding.severity()) {
      case SERIOUS -> Tone.DANGER;
      case WARNING -> Tone.WARNING;
      case NOTE -> Tone.ACCENT;
    };
  }
}
