package org.shilpi.evaluate;

import java.util.Arrays;

/// Time for one text alone, in milliseconds: half of the texts and 95 of 100 are faster.
public record Latency(double p50, double p95, int samples) {

  /// Quantiles with linear interpolation (R. J. Hyndman, Y. Fan, “Sample quantiles in statistical
  /// packages”, 1996, type 7).
  ///
  /// @param millis at least one value
  public static Latency of(double[] millis) {
    if (millis.length == 0) {
      throw new IllegalArgumentException("no text was timed");
    }
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new Latency(quantile(sorted, 0.5), quantile(sorted, 0.95), sorted.length);
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
