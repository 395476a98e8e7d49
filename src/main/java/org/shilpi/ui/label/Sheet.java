package org.shilpi.ui.label;

import java.util.List;
import java.util.Optional;
import org.shilpi.data.Example;

/// The text on the desk.
///
/// @param number its number in the project
/// @param source the file it came from
/// @param row where in the file
/// @param label its present label
/// @param parts its words below the head, in pieces that can be drawn at once
record Sheet(
    long number,
    String source,
    long row,
    Optional<String> label,
    List<Letter.Line> head,
    List<String> parts) {
  static Sheet of(Example example, Optional<String> label) {
    Letter letter = Letter.of(example.text());
    return new Sheet(
        example.id(),
        example.source(),
        example.row(),
        label,
        letter.head(),
        Parts.of(letter.body()));
  }
}
