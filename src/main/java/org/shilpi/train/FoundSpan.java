package org.shilpi.train;

import org.shilpi.data.Span;

/// A part of a text that a model, or a plain baseline, marked.
///
/// @param confidence 0 to 1
public record FoundSpan(Span span, float confidence) {}
