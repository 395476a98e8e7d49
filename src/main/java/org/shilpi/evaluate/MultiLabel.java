package org.shilpi.evaluate;

import java.util.ArrayList;
import java.util.List;

/// How well sets of labels were guessed, when a text may have any number of them. Definitions and
/// zeros follow scikit-learn.
///
/// @param subsetAccuracy share of texts with exactly the right set
/// @param hammingLoss share of single yes-or-no decisions that are wrong
/// @param microF1 F1 over all decisions together
/// @param macroF1 plain mean of the labels' F1; a label without any case counts as 0
/// @param weightedF1 mean of the labels' F1, weighted by how many texts have the label
/// @param samplesF1 mean of the texts' F1; a text without any label on either side counts as 0
/// @param jaccard mean over texts of shared labels by labels on either side; 0 if there are none
public record MultiLabel(
    double subsetAccuracy,
    double hammingLoss,
    double microF1,
    double macroF1,
    double weightedF1,
    double samplesF1,
    double jaccard) {

  /// @param truth one row a text, one column a label
  /// @param answered the same for the model's answers
  public static MultiLabel of(boolean[][] truth, boolean[][] answered) {
    int n = truth.length;
    int labels = truth[0].length;
    int[] both = new int[labels];
    int[] sides = new int[labels];
    int[] support = new int[labels];
    int exact = 0;
    int wrong = 0;
    double texts = 0;
    double jaccard = 0;
    for (int i = 0; i < n; i++) {
      int shared = 0;
      int either = 0;
      for (int k = 0; k < labels; k++) {
        int said = (truth[i][k] ? 1 : 0) + (answered[i][k] ? 1 : 0);
        shared += said == 2 ? 1 : 0;
        either += said > 0 ? 1 : 0;
        both[k] += said == 2 ? 1 : 0;
        sides[k] += said;
        support[k] += truth[i][k] ? 1 : 0;
      }
      exact += shared == either ? 1 : 0;
      wrong += either - shared;
      texts += orZero(2.0 * shared, shared + either);
      jaccard += orZero(shared, either);
    }
    double macro = 0;
    double weighted = 0;
    int allBoth = 0;
    int allSides = 0;
    int allSupport = 0;
    for (int k = 0; k < labels; k++) {
      double f1 = orZero(2.0 * both[k], sides[k]);
      macro += f1;
      weighted += f1 * support[k];
      allBoth += both[k];
      allSides += sides[k];
      allSupport += support[k];
    }
    return new MultiLabel(
        (double) exact / n,
        (double) wrong / n / labels,
        orZero(2.0 * allBoth, allSides),
        macro / labels,
        orZero(weighted, allSupport),
        texts / n,
        jaccard / n);
  }

  /// Each label by itself.
  ///
  /// @param labels names in the order of the columns
  public static List<LabelScore> perLabel(
      List<String> labels, boolean[][] truth, boolean[][] answered) {
    List<LabelScore> scores = new ArrayList<>();
    for (int k = 0; k < labels.size(); k++) {
      int right = 0;
      int found = 0;
      int wanted = 0;
      for (int i = 0; i < truth.length; i++) {
        right += truth[i][k] && answered[i][k] ? 1 : 0;
        found += answered[i][k] ? 1 : 0;
        wanted += truth[i][k] ? 1 : 0;
      }
      scores.add(new LabelScore(labels.get(k), right, found, wanted));
    }
    return scores;
  }

  /// The labels that are probable enough.
  ///
  /// @param probabilities one row a text, one column a label
  /// @param thresholds one a label: this probable or more
  public static boolean[][] answered(float[][] probabilities, float[] thresholds) {
    boolean[][] answered = new boolean[probabilities.length][thresholds.length];
    for (int i = 0; i < answered.length; i++) {
      for (int k = 0; k < thresholds.length; k++) {
        answered[i][k] = probabilities[i][k] >= thresholds[k];
      }
    }
    return answered;
  }

  private static double orZero(double part, int whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
