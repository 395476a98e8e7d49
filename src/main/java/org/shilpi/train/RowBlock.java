package org.shilpi.train;

/// One row's part of the dual problem, and the work space for it: see [DualAscent].
abstract sealed class RowBlock permits ChoiceBlock, YesNoBlock {
  /// Of each label, as the weights stand: filled before the others are called.
  final float[] scores;

  /// By how much each label's weights move along the row.
  final float[] step;

  RowBlock(int classes) {
    scores = new float[classes];
    step = new float[classes];
  }

  /// How far, in nats, the belief is from what the scores say.
  abstract double distance(float[] belief);

  /// Replaces the belief by the best one and leaves the step of the weights that goes with it.
  ///
  /// @param q strength times the squared length of the row, the bias's 1 with it
  abstract void solve(float[] belief, double q, float strength);
}
