package org.shilpi.data;

/// A labeled part of a text.
///
/// @param start first character, counted in UTF-16 code units from 0, as Java counts
/// @param end after the last character, above `start`
/// @param label index into the snapshot's labels
public record Span(int start, int end, int label) {
  public Span {
    if (start < 0 || end <= start || label < 0) {
      throw new IllegalArgumentException(
          "a span goes from a character to a later one and has a label, was "
              + start
              + " to "
              + end
              + ", label "
              + label);
    }
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
