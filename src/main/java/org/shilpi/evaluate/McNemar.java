package org.shilpi.evaluate;

/// Do two models differ on the same texts? Only texts that one of them got right count.
///
/// @param onlyFirst texts that only the first answered rightly
/// @param onlySecond texts that only the second answered rightly
public record McNemar(int onlyFirst, int onlySecond) {

  /// @param first whether the first model was right, one value a text
  /// @param second the same for the second model, in the same order
  public static McNemar of(boolean[] first, boolean[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(first.length + " texts against " + second.length);
    }
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int i = 0; i < first.length; i++) {
      onlyFirst += first[i] && !second[i] ? 1 : 0;
      onlySecond += second[i] && !first[i] ? 1 : 0;
    }
    return new McNemar(onlyFirst, onlySecond);
  }

  /// The exact two-sided test (Q. McNemar, 1947): how often a fair coin, tossed once for each text
  /// on which they differ, falls at least as unevenly. 1 where they never differ.
  public double pValue() {
    int n = onlyFirst + onlySecond;
    int fewer = Math.min(onlyFirst, onlySecond);
    return Math.min(1, 2 * Binomial.atMost(fewer, n, 0.5));
  }

  /// The statistic with Edwards' continuity correction, to be held against chi-squared with one
  /// degree of freedom; 0 where they never differ.
  public double chiSquared() {
    int n = onlyFirst + onlySecond;
    double distance = Math.abs(onlyFirst - onlySecond) - 1.0;
    return n == 0 ? 0 : distance * distance / n;
  }
}
