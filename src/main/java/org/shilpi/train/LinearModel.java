package org.shilpi.train;

import java.util.Arrays;

/// A logistic model on sparse vectors: probabilities are the softmax of `weights * row + bias`, or,
/// where a text may have any number of labels, the logistic function of each.
///
/// @param classes number of labels, at least 1
/// @param many whether each label stands for itself
/// @param weights `columns + 1` rows of `classes` values, one after the other; the last row is the
///   bias
record LinearModel(int classes, boolean many, float[] weights) {
  static LinearModel zero(int columns, int classes, boolean many) {
    return new LinearModel(classes, many, new float[Math.multiplyExact(columns + 1, classes)]);
  }

  int columns() {
    return weights.length / classes - 1;
  }

  float[] probabilities(SparseRow row) {
    var scores = new float[classes];
    scores(row, scores);
    if (many) {
      for (int k = 0; k < classes; k++) {
        scores[k] = (float) logistic(scores[k]);
      }
    } else {
      softmax(scores);
    }
    return scores;
  }

  void scores(SparseRow row, float[] into) {
    System.arraycopy(weights, weights.length - classes, into, 0, classes);
    for (int i = 0; i < row.size(); i++) {
      int offset = row.columns()[i] * classes;
      float value = row.values()[i];
      for (int k = 0; k < classes; k++) {
        into[k] += value * weights[offset + k];
      }
    }
  }

  /// Adds `step` to each class along the row and the bias.
  void add(SparseRow row, float[] step) {
    int bias = weights.length - classes;
    for (int k = 0; k < classes; k++) {
      weights[bias + k] += step[k];
    }
    for (int i = 0; i < row.size(); i++) {
      int offset = row.columns()[i] * classes;
      float value = row.values()[i];
      for (int k = 0; k < classes; k++) {
        weights[offset + k] += value * step[k];
      }
    }
  }

  LinearModel scaled(float factor) {
    var copy = Arrays.copyOf(weights, weights.length);
    for (int i = 0; i < copy.length; i++) {
      copy[i] *= factor;
    }
    return new LinearModel(classes, many, copy);
  }

  static double logistic(double score) {
    return 1 / (1 + Math.exp(-score));
  }

  static void softmax(float[] scores) {
    float most = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (float) Math.exp(scores[k] - most);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= (float) sum;
    }
  }
}
