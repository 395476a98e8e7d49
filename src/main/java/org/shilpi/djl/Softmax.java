package org.shilpi.djl;

/// Probabilities from label scores, and what they are worth.
final class Softmax {
  /// Right answers and mean cross-entropy of predictions.
  ///
  /// @param accuracy 0 to 1
  /// @param loss mean cross-entropy in nats
  /// @param tempered the same however sure they sound, see [Temperature]
  record Score(double accuracy, double loss, double tempered) {
    /// Whether these come from the better way to learn.
    boolean isBetterThan(Score other) {
      return tempered < other.tempered || (tempered == other.tempered && accuracy > other.accuracy);
    }
  }

  private Softmax() {}

  static float[] probabilities(float[] scores) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    double[] powers = new double[scores.length];
    for (int k = 0; k < scores.length; k++) {
      powers[k] = Math.exp(scores[k] - largest);
      sum += powers[k];
    }
    float[] probabilities = new float[scores.length];
    for (int k = 0; k < scores.length; k++) {
      probabilities[k] = (float) (powers[k] / sum);
    }
    return probabilities;
  }

  /// Cross-entropy of one text in nats.
  static double loss(float[] scores, int label) {
    return loss(scores, label, 1);
  }

  /// Cross-entropy of one text in nats, its scores being these times a factor above 0.
  static double loss(float[] scores, int label, double factor) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(factor * (score - largest));
    }
    return Math.log(sum) + factor * (largest - scores[label]);
  }

  /// Index of the largest score, the first of equals.
  static int best(float[] scores) {
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      if (scores[k] > scores[best]) {
        best = k;
      }
    }
    return best;
  }
}
