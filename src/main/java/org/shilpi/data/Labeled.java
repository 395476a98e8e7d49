package org.shilpi.data;

/// A text with its label's name, before it is dealt into a part.
///
/// @param split what the user decided for it, [Split#NONE] if nothing
public record Labeled(long id, String text, String label, Split split) {}
