package org.shilpi.evaluate;

/// How often a coin falls on one side.
final class Binomial {
  private Binomial() {}

  /// Chance of at most `hits` hits in `n` tries.
  ///
  /// @param hits 0 to n
  /// @param chance of one hit, above 0 and below 1
  static double atMost(int hits, int n, double chance) {
    // Logarithms, since chance^n may be too small for a double.
    double odds = Math.log(chance) - Math.log1p(-chance);
    double logTerm = n * Math.log1p(-chance);
    double sum = Math.exp(logTerm);
    for (int k = 1; k <= hits; k++) {
      logTerm += Math.log((double) (n - k + 1) / k) + odds;
      sum += Math.exp(logTerm);
    }
    return Math.min(1, sum);
  }
}
