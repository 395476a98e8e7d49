package org.shilpi.ui.data;

import java.util.List;
import org.shilpi.text.Messages;
import org.shilpi.workflow.RejectedRow;

/// A row that was turned away, for the table.
record StayedOut(String source, long row, String key, List<String> arguments, String raw) {
  static StayedOut of(RejectedRow rejected) {
    return new StayedOut(
        rejected.source(),
        rejected.row(),
        rejected.key(),
        rejected.arguments(),
        rejected.raw().replaceAll("\\s+", " ").strip());
  }

  String reason(Messages words) {
    return words.of(key, arguments.toArray());
  }
}
