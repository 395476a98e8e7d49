package org.shilpi.ui.evaluate;

import java.util.Locale;
import org.shilpi.evaluate.Interval;
import org.shilpi.text.Messages;

/// Numbers as they are said on this page.
final class Figures {
  private Figures() {}

  /// "91.8".
  static String points(double share) {
    return String.format(Locale.ENGLISH, "%.1f", share * 100);
  }

  /// "91.8 %".
  static String percent(double share) {
    return Double.isNaN(share) ? "–" : points(share) + " %";
  }

  /// "11 ms", "0.8 ms", "1.2 s".
  static String millis(double millis) {
    if (millis >= 1000) {
      return String.format(Locale.ENGLISH, "%.1f s", millis / 1000);
    }
    return String.format(Locale.ENGLISH, millis < 9.95 ? "%.1f ms" : "%.0f ms", millis);
  }

  /// "88.9 to 94.0, on 440 texts".
  static String range(Messages words, Interval interval, int n) {
    return words.of("window.evaluate.range", points(interval.low()), points(interval.high()), n);
  }
}
