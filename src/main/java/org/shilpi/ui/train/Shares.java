package org.shilpi.ui.train;

import java.util.Locale;

/// Shares as figures.
final class Shares {
  private Shares() {}

  /// "88.9", for the first number of a range.
  static String plain(double share) {
    return String.format(Locale.ENGLISH, "%.1f", share * 100);
  }
}
