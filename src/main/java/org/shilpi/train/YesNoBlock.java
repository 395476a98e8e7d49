package org.shilpi.train;

/// The block of a row that may have any number of labels.
///
/// Each label's best probability p solves ln(p / (1 - p)) + q p = s + q p₀, s being the score and
/// p₀ the belief before (Yu, Huang and Lin, 2011, section 3): with p the logistic function of z, a
/// rising function of z whose slope is at least 1, so Newton's method kept between bounds finds it.
final class YesNoBlock extends RowBlock {
  private static final int MOST_ROUNDS = 50;

  YesNoBlock(int classes) {
    super(classes);
  }

  /// Sum of the labels' KL(belief ‖ logistic(score)).
  @Override
  double distance(float[] belief) {
    double distance = 0;
    for (int k = 0; k < scores.length; k++) {
      double p = belief[k];
      double s = scores[k];
      double lnYes = -softplus(-s);
      double lnNo = -softplus(s);
      distance += (p > 0 ? p * (Math.log(p) - lnYes) : 0);
      distance += (p < 1 ? (1 - p) * (Math.log(1 - p) - lnNo) : 0);
    }
    return Math.max(0, distance);
  }

  @Override
  void solve(float[] belief, double q, float strength) {
    for (int k = 0; k < scores.length; k++) {
      float better = (float) LinearModel.logistic(root(scores[k] + q * belief[k], q));
      step[k] = strength * (belief[k] - better);
      belief[k] = better;
    }
  }

  /// The z with z + q logistic(z) = sum; it lies between sum - q and sum.
  private static double root(double sum, double q) {
    double low = sum - q;
    double high = sum;
    double z = sum - q * LinearModel.logistic(sum - q / 2);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double p = LinearModel.logistic(z);
      double over = z + q * p - sum;
      if (Math.abs(over) < 1e-9 * (1 + Math.abs(sum))) {
        break;
      }
      if (over > 0) {
        high = z;
      } else {
        low = z;
      }
      double next = z - over / (1 + q * p * (1 - p));
      z = next > low && next < high ? next : (low + high) / 2;
    }
    return z;
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
