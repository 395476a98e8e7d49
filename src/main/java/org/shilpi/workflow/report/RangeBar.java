package org.shilpi.workflow.report;

import org.shilpi.evaluate.Interval;

/// A value with its uncertainty on a scale: a pale bar for the interval, a strong tick for the best
/// guess.
final class RangeBar {
  private RangeBar() {}

  /// @param from the scale's left end
  /// @param to the scale's right end
  /// @param tone style class that colours it
  static Element of(double value, Interval interval, double from, double to, String tone) {
    Element bar = Element.of("div", "range", tone);
    if (!interval.isUnknown()) {
      double left = place(interval.low(), from, to);
      double width = place(interval.high(), from, to) - left;
      bar.add(
          Element.of("i")
              .with("style", "left:" + percent(left) + ";width:" + percent(Math.max(width, 0.01))));
    }
    if (!Double.isNaN(value)) {
      bar.add(Element.of("b").with("style", "left:" + percent(place(value, from, to))));
    }
    return bar;
  }

  private static double place(double value, double from, double to) {
    return Math.clamp((value - from) / (to - from), 0, 1);
  }

  private static String percent(double share) {
    return Element.number(100 * share) + "%";
  }
}
