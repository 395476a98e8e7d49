package org.shilpi.workflow;

import org.shilpi.privacy.Kind;

/// A finding with the words around it.
///
/// @param id its number
/// @param text number of its text
/// @param field of where the text comes from that it stands in, see [org.shilpi.data.Origin]; empty
///   for the text itself
/// @param confidence 0 to 1
/// @param before up to 60 characters in front of it
/// @param value what was found
/// @param after up to 60 characters behind it
/// @param instead what hiding would put in its place; the value itself where its kind is left
public record PrivateFinding(
    long id,
    long text,
    String field,
    Kind kind,
    double confidence,
    String before,
    String value,
    String after,
    String instead) {}
