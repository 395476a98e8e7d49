package org.shilpi.workflow;

import java.util.List;
import org.shilpi.data.Rejected;

/// A row that was turned away.
///
/// @param source file name
/// @param row record number from 1, the header not counted
/// @param key message key of the reason ("rejected.…")
/// @param arguments what fills the reason's places
/// @param raw the row as found, cut after 2,000 characters
public record RejectedRow(String source, long row, String key, List<String> arguments, String raw) {
  static RejectedRow of(String source, Rejected row) {
    return new RejectedRow(
        source, row.number(), row.reason().key(), row.reason().arguments(), row.raw());
  }
}
