package org.shilpi.data;

/// One row of a snapshot: a text, its label, and the part it plays.
///
/// @param id the example's number in its project
/// @param label index into the snapshot's labels
public record LabeledText(long id, String text, int label, Split split) {}
