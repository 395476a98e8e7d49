package org.shilpi.privacy;

/// A part of a text that gives something away.
///
/// @param start first character, counted in UTF-16 code units from 0
/// @param end after the last character, above `start`
/// @param confidence 0 to 1: 1 for a number whose check digits are right, about 0.5 where it is as
///   likely as not
public record Finding(int start, int end, Kind kind, double confidence) {
  /// From here on a finding is taken for right unless somebody says otherwise.
  public static final double SURE = 0.6;

  /// Below, nobody is bothered with it.
  public static final double FAINTEST = 0.3;

  public Finding {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "a finding goes from a character to a later one, was " + start + " to " + end);
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence is 0 to 1, was " + confidence);
    }
  }

  public boolean sure() {
    return confidence >= SURE;
  }

  public int length() {
    return end - start;
  }

  public boolean overlaps(Finding other) {
    return start < other.end && other.start < end;
  }

  public String in(String text) {
    return text.substring(start, end);
  }
}
