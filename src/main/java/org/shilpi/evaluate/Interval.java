package org.shilpi.evaluate;

/// A 95 % interval of a share, 0 to 1. NaN at both ends where there is nothing to count.
public record Interval(double low, double high) {
  /// 97.5 % of a standard normal distribution lie below it.
  private static final double Z = 1.9599639845400545;

  /// The score interval of E. B. Wilson, “Probable inference, the law of succession, and
  /// statistical inference”, JASA 22 (1927). It stays honest near 0 and 1 and for a handful of
  /// texts.
  ///
  /// @param hits how often it came true, 0 to n
  /// @param n out of how many
  public static Interval wilson(int hits, int n) {
    if (hits < 0 || hits > n) {
      throw new IllegalArgumentException("hits must be 0 to " + n + ", was " + hits);
    }
    if (n == 0) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double share = (double) hits / n;
    double spread = Z * Z / n;
    double centre = (share + spread / 2) / (1 + spread);
    double half = Z / (1 + spread) * Math.sqrt(share * (1 - share) / n + spread / (4 * n));
    return new Interval(
        hits == 0 ? 0 : Math.max(0, centre - half), hits == n ? 1 : Math.min(1, centre + half));
  }

  /// The interval of the plain mean of shares, from the interval of each: their distances to the
  /// ends are squared and added (G. Y. Zou, A. Donner, “Construction of confidence limits about
  /// effect measures”, Statistics in Medicine 27, 2008). Shares that are NaN are left out; the rest
  /// count as independent.
  ///
  /// @param shares 0 to 1 or NaN
  /// @param intervals one a share
  public static Interval ofMean(double[] shares, Interval[] intervals) {
    double sum = 0;
    double below = 0;
    double above = 0;
    int count = 0;
    for (int i = 0; i < shares.length; i++) {
      if (!Double.isNaN(shares[i])) {
        sum += shares[i];
        below += Math.pow(shares[i] - intervals[i].low, 2);
        above += Math.pow(intervals[i].high - shares[i], 2);
        count++;
      }
    }
    double mean = sum / count;
    return new Interval(mean - Math.sqrt(below) / count, mean + Math.sqrt(above) / count);
  }

  /// Whether the interval says nothing, for want of texts.
  public boolean isUnknown() {
    return Double.isNaN(low) || Double.isNaN(high);
  }
}
