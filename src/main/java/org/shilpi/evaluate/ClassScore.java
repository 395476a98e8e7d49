package org.shilpi.evaluate;

/// How one label fares against all others. NaN where a share has no denominator, except where the
/// reference says 0 (precision, recall and F1 of a label without any case).
///
/// @param support texts that truly have the label
/// @param falsePositiveRate share of the other labels' texts that were taken for this one
/// @param falseNegativeRate share of this label's texts that were missed
public record ClassScore(
    String label,
    double precision,
    double recall,
    double f1,
    int support,
    double falsePositiveRate,
    double falseNegativeRate,
    Interval recallInterval,
    Interval precisionInterval,
    Interval falsePositiveInterval) {

  /// The recall's interval, seen from the other side.
  public Interval falseNegativeInterval() {
    return new Interval(1 - recallInterval.high(), 1 - recallInterval.low());
  }
}
