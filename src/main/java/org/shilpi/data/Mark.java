package org.shilpi.data;

/// A part of a text with its label's name: a [Span] before a project knows the labels.
///
/// @param start first character, counted in UTF-16 code units from 0, as Java counts
/// @param end after the last character, above `start`
public record Mark(int start, int end, String label) {
  public Mark {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "a mark goes from a character to a later one, was " + start + " to " + end);
    }
  }

  /// The label and the part of the text that it stands on, as far as the text goes.
  String shown(String text) {
    int from = Math.min(start, text.length());
    return label + " “" + text.substring(from, Math.min(end, text.length())) + "”";
  }
}
