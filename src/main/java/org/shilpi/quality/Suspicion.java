package org.shilpi.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// A label that another one probably fits better.
///
/// @param row the text's place
/// @param proposal the other label
/// @param margin how much more probable the other one is, -1 to 1
public record Suspicion(int row, int proposal, double margin) {
  /// Confident learning (C. Northcutt, L. Jiang, I. Chuang, “Confident learning: estimating
  /// uncertainty in dataset labels”, JAIR 70, 2021). A label's threshold is the mean probability
  /// that texts with this label get for it; a text counts as the most probable of the labels whose
  /// thresholds it reaches; it is suspicious where that is not the label it has. Ordered by the
  /// normalised margin, the most suspicious first.
  ///
  /// @param probabilities one row a text, one column a label, from models that did not learn from
  ///   the text
  /// @param labels of the texts
  public static List<Suspicion> rank(float[][] probabilities, int[] labels) {
    double[] thresholds = thresholds(probabilities, labels);
    List<Suspicion> found = new ArrayList<>();
    for (int row = 0; row < labels.length; row++) {
      float[] own = probabilities[row];
      int confident = confident(own, thresholds);
      if (confident >= 0 && confident != labels[row]) {
        found.add(new Suspicion(row, confident, own[confident] - own[labels[row]]));
      }
    }
    found.sort(Comparator.comparingDouble(Suspicion::margin).reversed());
    return found;
  }

  private static double[] thresholds(float[][] probabilities, int[] labels) {
    int classes = Arrays.stream(probabilities).mapToInt(row -> row.length).max().orElse(0);
    double[] sums = new double[classes];
    int[] counts = new int[classes];
    for (int row = 0; row < labels.length; row++) {
      sums[labels[row]] += probabilities[row][labels[row]];
      counts[labels[row]]++;
    }
    double[] thresholds = new double[classes];
    for (int k = 0; k < classes; k++) {
      // Nobody has the label, so nobody can be sure of it.
      thresholds[k] = counts[k] == 0 ? Double.POSITIVE_INFINITY : sums[k] / counts[k];
    }
    return thresholds;
  }

  private static int confident(float[] probabilities, double[] thresholds) {
    int best = -1;
    for (int k = 0; k < probabilities.length; k++) {
      if (probabilities[k] >= thresholds[k]
          && (best < 0 || probabilities[k] > probabilities[best])) {
        best = k;
      }
    }
    return best;
  }
}
