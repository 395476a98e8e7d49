package org.shilpi.evaluate;

import java.util.Locale;

/// Shares as people read them. Western digits and a point in every language, as in the data.
public final class Figures {
  /// What stands where a share has no denominator.
  public static final String NONE = "–";

  private Figures() {}

  /// A share in percent, with one decimal and without the sign: 0.918 is `91.8`.
  public static String percent(double share) {
    return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  /// A number with three decimals.
  public static String three(double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.3f", value);
  }

  /// A count with commas between thousands.
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// A time: below 10 ms with one decimal, else whole milliseconds.
  public static String millis(double millis) {
    return String.format(Locale.ROOT, millis < 9.95 ? "%.1f" : "%,.0f", millis);
  }

  /// A share as “so many of so many”: of 100, or of 1,000 where 100 would hide that a few do or
  /// don't.
  ///
  /// @return the two numbers
  public static String[] outOf(double share) {
    long hundred = Math.round(100 * share);
    boolean hides = (hundred == 100 && share < 1) || (hundred == 0 && share > 0);
    return hides
        ? new String[] {count(Math.clamp(Math.round(1000 * share), 1, 999)), count(1000)}
        : new String[] {count(hundred), count(100)};
  }
}
