package org.shilpi.quality;

import java.util.Arrays;
import java.util.SplittableRandom;

/// How a score grows with the number of texts: `score(n) = a − b n^−c`, an inverse power law (C.
/// Perlich, F. Provost, J. Simonoff, “Tree induction vs. logistic regression: a learning-curve
/// analysis”, JMLR 4, 2003).
///
/// Fitted by weighted least squares: for each c on a grid, a and b follow from a straight line, and
/// the c with the least error is taken. The interval is that of 400 fits to scores drawn anew
/// around the measured ones (parametric bootstrap); it knows the chance of the draw of test texts,
/// not that the law may not hold, so nothing is foretold beyond four times the texts there are.
final class LearningCurve {
  static final int FEWEST_SIZES = 4;

  private static final int DRAWS = 400;
  private static final double[] POWERS = {0.15, 0.25, 0.35, 0.5, 0.65, 0.8, 1, 1.3};

  /// @param a what no number of texts takes the score beyond, at most 1
  /// @param b what is missing at one text, at least 0
  private record Law(double a, double b, double c) {
    double at(double size) {
      return Math.clamp(a - b * Math.pow(size, -c), 0, 1);
    }
  }

  /// The curve at one size.
  record Point(double score, double low, double high) {}

  private final int[] sizes;
  private final double[] scores;
  private final int tested;
  private final Law law;
  private final Law[] drawn = new Law[DRAWS];

  /// @param sizes at least [#FEWEST_SIZES], rising
  /// @param hits right answers at each
  /// @param tested out of how many texts, at least one
  LearningCurve(int[] sizes, int[] hits, int tested, long seed) {
    this.sizes = sizes;
    this.tested = tested;
    this.scores = Arrays.stream(hits).mapToDouble(n -> (double) n / tested).toArray();
    this.law = fit(scores);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < DRAWS; i++) {
      drawn[i] =
          fit(
              Arrays.stream(scores)
                  .map(p -> Math.clamp(p + spread(p) * random.nextGaussian(), 0, 1))
                  .toArray());
    }
  }

  Point at(int size) {
    double[] values = Arrays.stream(drawn).mapToDouble(one -> one.at(size)).sorted().toArray();
    return new Point(
        law.at(size), values[(int) (0.025 * DRAWS)], values[(int) (0.975 * DRAWS) - 1]);
  }

  // Agresti and Coull's, which does not vanish at 0 and 1.
  private double spread(double score) {
    double p = (score * tested + 2) / (tested + 4);
    return Math.sqrt(p * (1 - p) / (tested + 4));
  }

  private Law fit(double[] measured) {
    Law best = new Law(0, 0, 1);
    double least = Double.POSITIVE_INFINITY;
    for (double c : POWERS) {
      Law line = line(measured, c);
      double error = 0;
      for (int i = 0; i < sizes.length; i++) {
        double off = (line.at(sizes[i]) - measured[i]) / spread(measured[i]);
        error += off * off;
      }
      if (error < least) {
        least = error;
        best = line;
      }
    }
    return best;
  }

  private Law line(double[] measured, double c) {
    double w = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < sizes.length; i++) {
      double weight = 1 / (spread(measured[i]) * spread(measured[i]));
      double at = Math.pow(sizes[i], -c);
      w += weight;
      x += weight * at;
      y += weight * measured[i];
      xx += weight * at * at;
      xy += weight * at * measured[i];
    }
    double b = Math.max(0, -(w * xy - x * y) / (w * xx - x * x));
    double a = (y + b * x) / w;
    if (a > 1) {
      a = 1;
      b = Math.max(0, (x - xy) / xx);
    }
    return new Law(a, b, c);
  }
}
