package org.shilpi.evaluate;

import java.util.Arrays;

/// What a model believes of texts whose labels are known: one row a text, one column a label. Rows
/// are scaled so that they sum to exactly 1.
public final class Probabilities {
  private static final int BINS = 15;

  private final double[][] rows;
  private final int[] truth;

  /// @param rows probabilities at least 0, in each row not all 0
  /// @param truth index of each text's true label
  public Probabilities(double[][] rows, int[] truth) {
    if (rows.length != truth.length) {
      throw new IllegalArgumentException(truth.length + " texts have " + rows.length + " rows");
    }
    this.rows = Arrays.stream(rows).map(Probabilities::scaled).toArray(double[][]::new);
    this.truth = truth.clone();
  }

  /// The same from single precision.
  public static Probabilities of(float[][] rows, int[] truth) {
    double[][] wide = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      wide[i] = new double[rows[i].length];
      for (int k = 0; k < rows[i].length; k++) {
        wide[i][k] = rows[i][k];
      }
    }
    return new Probabilities(wide, truth);
  }

  private static double[] scaled(double[] row) {
    double sum = Arrays.stream(row).sum();
    if (!(sum > 0) || Double.isInfinite(sum)) {
      throw new IllegalArgumentException("a row of probabilities sums to " + sum);
    }
    return Arrays.stream(row).map(p -> p / sum).toArray();
  }

  /// The most probable label of each text, the first of equals.
  public int[] answers() {
    return Arrays.stream(rows).mapToInt(Probabilities::best).toArray();
  }

  private static int best(double[] row) {
    int best = 0;
    for (int k = 1; k < row.length; k++) {
      if (row[k] > row[best]) {
        best = k;
      }
    }
    return best;
  }

  /// Mean of -ln(probability of the true label), in nats. A probability below the smallest step of
  /// a double (2^-52) counts as that step.
  public double logLoss() {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      double p = rows[i][truth[i]];
      sum -= Math.log(Math.clamp(p, Math.ulp(1.0), 1 - Math.ulp(1.0)));
    }
    return sum / rows.length;
  }

  /// Mean squared distance of a row to the truth, summed over labels, 0 to 2 (G. W. Brier,
  /// “Verification of forecasts expressed in terms of probability”, 1950).
  public double brier() {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < rows[i].length; k++) {
        double distance = rows[i][k] - (k == truth[i] ? 1 : 0);
        sum += distance * distance;
      }
    }
    return sum / rows.length;
  }

  /// Mean probability of the answers: how sure the model says it is.
  public double meanConfidence() {
    return Arrays.stream(rows).mapToDouble(row -> row[best(row)]).average().orElse(Double.NaN);
  }

  /// Expected calibration error, 0 to 1: texts are put into 15 equally wide bins (open below,
  /// closed above) by the probability of the answer; in each bin the mean probability is compared
  /// with the share of right answers, weighted by size (C. Guo et al., “On calibration of modern
  /// neural networks”, 2017).
  public double calibrationError() {
    double[] gaps = new double[BINS];
    for (int i = 0; i < rows.length; i++) {
      int answer = best(rows[i]);
      double sure = rows[i][answer];
      int bin = Math.clamp((int) Math.ceil(sure * BINS) - 1, 0, BINS - 1);
      gaps[bin] += (answer == truth[i] ? 1 : 0) - sure;
    }
    return Arrays.stream(gaps).map(Math::abs).sum() / rows.length;
  }

  /// Share of texts whose true label is among the `count` most probable ones. Among equals the
  /// later label comes first, as in scikit-learn.
  public double top(int count) {
    int hits = 0;
    for (int i = 0; i < rows.length; i++) {
      int ahead = 0;
      for (int k = 0; k < rows[i].length; k++) {
        double lead = rows[i][k] - rows[i][truth[i]];
        if (lead > 0 || (lead == 0 && k > truth[i])) {
          ahead++;
        }
      }
      hits += ahead < count ? 1 : 0;
    }
    return (double) hits / rows.length;
  }
}
