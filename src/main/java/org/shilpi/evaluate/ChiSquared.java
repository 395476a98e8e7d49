package org.shilpi.evaluate;

/// Do counts in several columns differ between rows by more than chance (K. Pearson, 1900)? Without
/// a continuity correction.
///
/// @param statistic at least 0; NaN if a row or a column holds nothing
/// @param degreesOfFreedom (rows - 1) * (columns - 1)
public record ChiSquared(double statistic, int degreesOfFreedom) {

  /// @param table counts, at least two rows and two columns
  public static ChiSquared of(int[][] table) {
    int columns = table[0].length;
    double[] rowSums = new double[table.length];
    double[] columnSums = new double[columns];
    double all = 0;
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < columns; column++) {
        rowSums[row] += table[row][column];
        columnSums[column] += table[row][column];
        all += table[row][column];
      }
    }
    double statistic = 0;
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < columns; column++) {
        double expected = rowSums[row] * columnSums[column] / all;
        double distance = table[row][column] - expected;
        statistic += distance * distance / expected;
      }
    }
    return new ChiSquared(statistic, (table.length - 1) * (columns - 1));
  }

  /// How often chance alone gives at least this statistic: the upper tail of the chi-squared
  /// distribution, by the finite sums for whole degrees of freedom (M. Abramowitz, I. A. Stegun,
  /// “Handbook of mathematical functions”, 26.4.4 and 26.4.5). The normal tail that odd degrees
  /// need comes from its continued fraction (26.2.14).
  public double pValue() {
    double half = statistic / 2;
    boolean even = degreesOfFreedom % 2 == 0;
    double term =
        even ? Math.exp(-half) : Math.sqrt(half) * Math.exp(-half) * 2 / Math.sqrt(Math.PI);
    double sum = even ? 0 : normalTails(Math.sqrt(statistic));
    for (int k = even ? 2 : 3; k <= degreesOfFreedom; k += 2) {
      sum += term;
      term *= statistic / k;
    }
    return sum;
  }

  /// Both tails of a standard normal distribution beyond x, at least 0.
  private static double normalTails(double x) {
    double density = Math.exp(-x * x / 2) * Math.sqrt(2 / Math.PI);
    if (x < 3) {
      // 26.2.11: the body by a series of positive terms, which loses nothing while the tail is big.
      double term = x;
      double sum = x;
      for (int k = 3; term > sum * 1e-17; k += 2) {
        term *= x * x / k;
        sum += term;
      }
      return 1 - density * sum;
    }
    double fraction = x;
    for (int k = 200; k >= 1; k--) {
      fraction = x + k / fraction;
    }
    return density / fraction;
  }
}
