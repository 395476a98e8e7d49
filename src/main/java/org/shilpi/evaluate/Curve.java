package org.shilpi.evaluate;

/// A curve over all thresholds of a score for one label against the rest. Values are NaN where they
/// have no denominator.
///
/// @param x one value a point
/// @param y one value a point
/// @param thresholds the distinct scores behind the points, in the points' order; the one point
///   where nothing passes has none (first in a ROC curve, last in a precision-recall curve)
/// @param area 0 to 1
public record Curve(double[] x, double[] y, double[] thresholds, double area) {

  /// Receiver operating characteristic: x = false-positive rate, y = true-positive rate, from (0,
  /// 0) on. The area is the chance that a case scores above another text, ties counting half (J. A.
  /// Hanley, B. J. McNeil, “The meaning and use of the area under a ROC curve”, 1982).
  ///
  /// @param truth whether each text is a case
  /// @param scores higher means more likely a case
  public static Curve roc(boolean[] truth, double[] scores) {
    Cuts cuts = Cuts.of(truth, scores);
    int points = cuts.thresholds().length;
    double[] x = new double[points + 1];
    double[] y = new double[points + 1];
    x[0] = 0.0 / cuts.others();
    y[0] = 0.0 / cuts.cases();
    double area = 0;
    for (int i = 0; i < points; i++) {
      x[i + 1] = (double) cuts.alarms()[i] / cuts.others();
      y[i + 1] = (double) cuts.caught()[i] / cuts.cases();
      area += (x[i + 1] - x[i]) * (y[i + 1] + y[i]) / 2;
    }
    return new Curve(x, y, cuts.thresholds(), area);
  }

  /// Precision against recall: x = recall, y = precision, from the lowest threshold to the point
  /// (0, 1). The area is the average precision: the precisions weighted by the steps of the recall,
  /// without interpolation (scikit-learn, `average_precision_score`).
  ///
  /// @param truth whether each text is a case
  /// @param scores higher means more likely a case
  public static Curve precisionRecall(boolean[] truth, double[] scores) {
    Cuts cuts = Cuts.of(truth, scores);
    int points = cuts.thresholds().length;
    double[] x = new double[points + 1];
    double[] y = new double[points + 1];
    double[] thresholds = new double[points];
    y[points] = 1;
    double area = 0;
    double before = 0;
    for (int i = 0; i < points; i++) {
      int place = points - 1 - i;
      x[place] = (double) cuts.caught()[i] / cuts.cases();
      y[place] = (double) cuts.caught()[i] / (cuts.caught()[i] + cuts.alarms()[i]);
      thresholds[place] = cuts.thresholds()[i];
      area += (x[place] - before) * y[place];
      before = x[place];
    }
    return new Curve(x, y, thresholds, area);
  }
}
