package org.shilpi.djl;

import java.util.function.DoubleUnaryOperator;

/// How good answers are apart from how sure they sound: their loss under the temperature that suits
/// them best (Guo et al., On Calibration of Modern Neural Networks, 2017).
///
/// A network that knows its few training texts by heart is too sure of all it says, and the plain
/// loss charges it for that more than for wrong answers. So ways to learn are compared by this one.
final class Temperature {
  /// Scores are tried at up to so many times their size, and down to the same part of it.
  private static final double MOST = 20;

  /// Each leaves 62 % of the range.
  private static final int HALVINGS = 24;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private Temperature() {}

  /// @param factor that serves best
  /// @param loss of the scores times it
  record Best(double factor, double loss) {}

  /// Golden-section search. Cross-entropy is convex in the factor, so it has one valley.
  ///
  /// @param loss mean loss of scores times a factor
  static Best of(DoubleUnaryOperator loss) {
    double low = -Math.log(MOST);
    double high = Math.log(MOST);
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = loss.applyAsDouble(Math.exp(left));
    double atRight = loss.applyAsDouble(Math.exp(right));
    for (int i = 0; i < HALVINGS; i++) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = loss.applyAsDouble(Math.exp(left));
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = loss.applyAsDouble(Math.exp(right));
      }
    }
    return atLeft <= atRight
        ? new Best(Math.exp(left), atLeft)
        : new Best(Math.exp(right), atRight);
  }
}
