package org.shilpi.evaluate;

import java.util.Arrays;

/// Do two samples come from the same distribution? Compares their cumulative shares at every value.
///
/// @param statistic largest distance of the two cumulative shares, 0 to 1
/// @param first size of the first sample
/// @param second size of the second sample
public record KolmogorovSmirnov(double statistic, int first, int second) {
  /// Up to this many values the distribution is computed exactly.
  private static final int EXACT = 140;

  /// From this distance times the root of the size on, chance gives less than 1e-13, which 1 minus
  /// an exact share can no longer tell from 0.
  private static final double FAR = 4;

  public static KolmogorovSmirnov of(double[] first, double[] second) {
    double[] a = sorted(first);
    double[] b = sorted(second);
    int i = 0;
    int j = 0;
    double most = 0;
    while (i < a.length && j < b.length) {
      double value = Math.min(a[i], b[j]);
      while (i < a.length && a[i] == value) {
        i++;
      }
      while (j < b.length && b[j] == value) {
        j++;
      }
      most = Math.max(most, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return new KolmogorovSmirnov(most, a.length, b.length);
  }

  private static double[] sorted(double[] sample) {
    if (sample.length == 0) {
      throw new IllegalArgumentException("a sample is empty");
    }
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /// How often chance alone gives at least this distance, as scipy's `ks_2samp(method="asymp")`
  /// does: the one-sample distribution for `first * second / (first + second)` values, rounded.
  /// Beyond 140 values its limit with J. Vrbik's correction (“Deriving CDF of Kolmogorov-Smirnov
  /// test statistic”, 2020) is used, whose error is below 0.001.
  public double pValue() {
    int n = (int) Math.rint((double) first * second / (first + second));
    if (statistic <= 0) {
      return 1;
    }
    double x = statistic * Math.sqrt(n);
    return n <= EXACT && x < FAR ? Math.clamp(1 - exact(n, statistic), 0, 1) : limit(x, n);
  }

  private static double limit(double x, int n) {
    double corrected = x + 1 / (6 * Math.sqrt(n)) + (x - 1) / (4.0 * n);
    double sum = 0;
    double sign = 1;
    for (int k = 1; k <= 100; k++) {
      sum += sign * Math.exp(-2.0 * k * k * corrected * corrected);
      sign = -sign;
    }
    return Math.clamp(2 * sum, 0, 1);
  }

  /// Chance of a distance below d (G. Marsaglia, W. W. Tsang, J. Wang, “Evaluating Kolmogorov's
  /// distribution”, Journal of Statistical Software 8, 2003): an entry of the n-th power of a
  /// matrix.
  private static double exact(int n, double d) {
    int k = (int) (n * d) + 1;
    int size = 2 * k - 1;
    double rest = k - n * d;
    double[][] step = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < Math.min(i + 2, size); j++) {
        step[i][j] = 1;
      }
    }
    for (int i = 0; i < size; i++) {
      step[i][0] -= Math.pow(rest, i + 1);
      step[size - 1][i] -= Math.pow(rest, size - i);
    }
    step[size - 1][0] += Math.pow(Math.max(0, 2 * rest - 1), size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < Math.min(i + 2, size); j++) {
        for (int g = 1; g <= i - j + 1; g++) {
          step[i][j] /= g;
        }
      }
    }
    // Each factor is divided by e, so that the power stays within a double for all n up to EXACT.
    double[][] power = power(step, n);
    double share = power[k - 1][k - 1];
    for (int i = 1; i <= n; i++) {
      share *= i * Math.E / n;
    }
    return share;
  }

  private static double[][] power(double[][] step, int exponent) {
    double[][] scaled =
        Arrays.stream(step)
            .map(row -> Arrays.stream(row).map(value -> value / Math.E).toArray())
            .toArray(double[][]::new);
    double[][] result = scaled;
    for (int bit = Integer.highestOneBit(exponent) >> 1; bit > 0; bit >>= 1) {
      result = product(result, result);
      if ((exponent & bit) != 0) {
        result = product(result, scaled);
      }
    }
    return result;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < a.length; k++) {
        for (int j = 0; j < a.length; j++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }
}
