package org.shilpi.train;

import java.util.List;
import java.util.SplittableRandom;
import org.shilpi.job.JobContext;

/// Fits a [LinearModel]: minimises ½‖W‖² + C Σ −ln softmax(W xᵢ)[yᵢ] by block coordinate ascent on
/// its dual, the bias being the weight of a constant 1.
///
/// The dual of maximum entropy has a distribution pᵢ for each row (Yu, Huang and Lin: Dual
/// coordinate descent methods for logistic regression and maximum entropy models, Machine Learning
/// 85, 2011): maximise C Σ H(pᵢ) − ½‖W‖² with W = C Σ (e_yᵢ − pᵢ) xᵢᵀ. One row's best pᵢ, the
/// others held, satisfies ln p + q p = s − τ with q = C‖xᵢ‖²: q p is Wright's ω of s + ln q − τ,
/// and τ comes from Σ p = 1 by Newton's method on a convex, falling function, from its left. So a
/// step has no rate to tune. Rows come in a random order (Shalev-Shwartz and Zhang: Stochastic dual
/// coordinate ascent methods, JMLR 14, 2013). The gap between the two problems is C Σ KL(pᵢ ‖
/// softmax(W xᵢ)): the fit stops when the mean distance met in a pass is small. Any pᵢ is feasible
/// for any C and with more rows, so each fit starts where the last one ended.
///
/// Where a text may have any number of labels, each label is a problem of its own with the same
/// rows, and a row's block holds one probability for each.
final class DualAscent {
  private static final double ENOUGH = 2e-3;
  private static final int MOST_PASSES = 40;

  private final List<SparseRow> rows;
  private final int[][] answers;
  private final float[][] beliefs;
  private final SplittableRandom random;
  private double strength = 1;
  private LinearModel model;

  /// @param answers labels of each row: one, or, where `many`, any number
  DualAscent(
      List<SparseRow> rows, int[][] answers, int columns, int classes, boolean many, long seed) {
    this.rows = rows;
    this.answers = answers;
    this.beliefs = new float[rows.size()][];
    this.random = new SplittableRandom(seed);
    this.model = LinearModel.zero(columns, classes, many);
  }

  /// Fits to the first `count` rows with C = `strength`, starting from the fit before.
  ///
  /// @return the model itself: it changes with the next call
  LinearModel fit(int count, double strength, JobContext context) {
    model = model.scaled((float) (strength / this.strength));
    this.strength = strength;
    var order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    var block = model.many() ? new YesNoBlock(model.classes()) : new ChoiceBlock(model.classes());
    double gap = Double.POSITIVE_INFINITY;
    for (int pass = 0; pass < MOST_PASSES && gap > ENOUGH; pass++) {
      shuffle(order);
      double sum = 0;
      for (int i : order) {
        context.checkCancelled();
        sum += visit(i, block);
      }
      gap = sum / count;
    }
    return model;
  }

  /// Solves one row's block and returns the distance, in nats, at which it was found.
  private double visit(int i, RowBlock block) {
    var row = rows.get(i);
    var belief = beliefs[i];
    if (belief == null) {
      // All weight on the right answer stands for a row that has not pulled at the weights yet.
      belief = new float[model.classes()];
      for (int label : answers[i]) {
        belief[label] = 1;
      }
      beliefs[i] = belief;
    }
    model.scores(row, block.scores);
    double distance = block.distance(belief);
    if (distance > ENOUGH / 10) {
      block.solve(belief, strength * (row.squaredNorm() + 1), (float) strength);
      model.add(row, block.step);
    }
    return distance;
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
