package org.shilpi.ui.evaluate;

/// A text with the answer it got.
///
/// @param sure how sure the model was, 0 to 1
record MixedUp(String text, double sure) {}
