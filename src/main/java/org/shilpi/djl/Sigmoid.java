package org.shilpi.djl;

/// Probabilities from label scores where each label is a question of its own, and what they are
/// worth.
final class Sigmoid {
  private Sigmoid() {}

  static float[] probabilities(float[] scores) {
    float[] probabilities = new float[scores.length];
    for (int k = 0; k < scores.length; k++) {
      probabilities[k] = (float) (1 / (1 + Math.exp(-scores[k])));
    }
    return probabilities;
  }

  /// Binary cross-entropy of one answer in nats.
  static double loss(double score, boolean truth) {
    return Math.max(score, 0) - (truth ? score : 0) + Math.log1p(Math.exp(-Math.abs(score)));
  }

  /// Mean binary cross-entropy over texts and labels in nats, the scores being these times a
  /// factor.
  ///
  /// @param scores one row a text, one column a label
  static double loss(float[][] scores, boolean[][] truth, double factor) {
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int k = 0; k < scores[i].length; k++) {
        loss += loss(factor * scores[i][k], truth[i][k]) / scores[i].length;
      }
    }
    return loss / scores.length;
  }

  /// Micro F1 of the labels that are more probable than not.
  ///
  /// @param scores one row a text, one column a label
  static double f1(float[][] scores, boolean[][] truth) {
    long both = 0;
    long sides = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int k = 0; k < scores[i].length; k++) {
        boolean said = scores[i][k] > 0;
        both += said && truth[i][k] ? 1 : 0;
        sides += (said ? 1 : 0) + (truth[i][k] ? 1 : 0);
      }
    }
    return sides == 0 ? 1 : 2.0 * both / sides;
  }
}
