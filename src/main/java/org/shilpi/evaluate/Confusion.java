package org.shilpi.evaluate;

import java.util.Arrays;

/// How often each label was taken for each: counts, rows = the truth, columns = what the model
/// said. All shares follow scikit-learn's definitions (`sklearn.metrics`), including its zeros:
/// precision, recall and F1 of a label without any case are 0.
public final class Confusion {
  private final int[][] counts;
  private final int[] truths;
  private final int[] answers;
  private final int n;

  private Confusion(int[][] counts) {
    this.counts = counts;
    this.truths = new int[counts.length];
    this.answers = new int[counts.length];
    int all = 0;
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < counts.length; column++) {
        truths[row] += counts[row][column];
        answers[column] += counts[row][column];
        all += counts[row][column];
      }
    }
    this.n = all;
  }

  /// @param labels how many labels there are
  /// @param truth index of each text's true label, 0 to labels - 1
  /// @param answered index of the label that the model gave to the same text
  public static Confusion of(int labels, int[] truth, int[] answered) {
    if (truth.length != answered.length) {
      throw new IllegalArgumentException(
          truth.length + " texts have " + answered.length + " answers");
    }
    int[][] counts = new int[labels][labels];
    for (int i = 0; i < truth.length; i++) {
      counts[truth[i]][answered[i]]++;
    }
    return new Confusion(counts);
  }

  /// A copy of the counts.
  public int[][] counts() {
    return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
  }

  public int labels() {
    return counts.length;
  }

  /// Texts in all.
  public int n() {
    return n;
  }

  /// Texts that were answered rightly.
  public int hits() {
    int hits = 0;
    for (int label = 0; label < counts.length; label++) {
      hits += hits(label);
    }
    return hits;
  }

  /// Texts of this label that were answered rightly.
  public int hits(int label) {
    return counts[label][label];
  }

  /// Texts that truly have the label.
  public int support(int label) {
    return truths[label];
  }

  /// Texts that the model gave this label to.
  public int answered(int label) {
    return answers[label];
  }

  public double accuracy() {
    return (double) hits() / n;
  }

  public double precision(int label) {
    return orZero(hits(label), answers[label]);
  }

  public double recall(int label) {
    return orZero(hits(label), truths[label]);
  }

  /// Harmonic mean of precision and recall.
  public double f1(int label) {
    return orZero(2.0 * hits(label), answers[label] + truths[label]);
  }

  /// Share of the other labels' texts that were taken for this one; NaN if there are none.
  public double falsePositiveRate(int label) {
    return (double) (answers[label] - hits(label)) / (n - truths[label]);
  }

  /// Share of this label's texts that were missed; NaN if there are none.
  public double falseNegativeRate(int label) {
    return (double) (truths[label] - hits(label)) / truths[label];
  }

  private static double orZero(double part, int whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
