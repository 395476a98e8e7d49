package org.shilpi.quality;

/// How much a finding matters.
public enum Severity {
  /// It makes a score look better or worse than it is.
  SERIOUS,
  /// It costs quality.
  WARNING,
  /// Good to know.
  NOTE
}
