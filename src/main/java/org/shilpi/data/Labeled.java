package org.shilpi.data;

/// A text with what people said about it, before it is dealt into a part.
///
/// @param split what the user decided for it, [Split#NONE] if nothing
/// @param group what it must not be torn from, see [Origin#GROUP]; empty = nothing
/// @param written when it was written, see [Origin#DATE]; empty = not known
public record Labeled(
    long id, String text, Judgement judgement, Split split, String group, String written) {
  /// Of which nobody knows more.
  public Labeled(long id, String text, Judgement judgement, Split split) {
    this(id, text, judgement, split, "", "");
  }

  /// A text with one label, or none where its name is empty.
  public Labeled(long id, String text, String label, Split split) {
    this(id, text, Judgement.of(label), split);
  }
}
