package org.shilpi.data;

/// One row of a snapshot: a text, what people said about it, and the part it plays.
///
/// @param id the example's number in its project
public record LabeledText(long id, String text, Target target, Split split) {
  /// A text with exactly one label.
  ///
  /// @param label index into the snapshot's labels
  public LabeledText(long id, String text, int label, Split split) {
    this(id, text, new Target.One(label), split);
  }

  /// The one label of a text that has exactly one.
  public int label() {
    if (target instanceof Target.One(int label)) {
      return label;
    }
    throw new IllegalStateException("text " + id + " has no single label, but " + target);
  }
}
