package org.shilpi.worker;

import java.util.List;
import java.util.Map;

/// What a process that opens documents tells of the file that it was asked for: [Begun] first, then
/// texts and refusals as they come, [Done] or [Broken] last.
sealed interface Finding {
  record Begun() implements Finding {}

  /// The first part of a text too long for a line; what comes next goes on with it.
  record Piece(String text) implements Finding {}

  /// A text, or the last part of it.
  ///
  /// @param share the part of the file that was read, from 0 to 1
  /// @param fields its [org.shilpi.data.Origin]
  record Text(long number, double share, String text, Map<String, String> fields)
      implements Finding {}

  /// A [org.shilpi.data.Rejected].
  record Refusal(long number, String raw, String key, List<String> arguments) implements Finding {}

  record Done() implements Finding {}

  /// Nothing more can be had from this file; the process can go on with others.
  record Broken(String what) implements Finding {}
}
