package org.shilpi.train;

/// The block of a row that has exactly one label: see [DualAscent].
final class ChoiceBlock extends RowBlock {
  private final double[] shifted;
  private final double[] omega;

  ChoiceBlock(int classes) {
    super(classes);
    shifted = new double[classes];
    omega = new double[classes];
  }

  /// KL(belief ‖ softmax(scores)).
  @Override
  double distance(float[] belief) {
    double most = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    double distance = 0;
    for (int k = 0; k < scores.length; k++) {
      sum += Math.exp(scores[k] - most);
      if (belief[k] > 0) {
        distance += belief[k] * (Math.log(belief[k]) - scores[k] + most);
      }
    }
    return Math.max(0, distance + Math.log(sum));
  }

  @Override
  void solve(float[] belief, double q, float strength) {
    double lnQ = Math.log(q);
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < scores.length; k++) {
      shifted[k] = scores[k] + q * belief[k] + lnQ;
      most = Math.max(most, shifted[k]);
    }
    double sum = root(most - q - lnQ, q);
    for (int k = 0; k < scores.length; k++) {
      float better = (float) (omega[k] / sum);
      step[k] = strength * (belief[k] - better);
      belief[k] = better;
    }
  }

  private double root(double tau, double q) {
    double sum = q;
    for (int round = 0; round < 50; round++) {
      sum = 0;
      double slope = 0;
      for (int k = 0; k < shifted.length; k++) {
        double value = WrightOmega.at(shifted[k] - tau);
        omega[k] = value;
        sum += value;
        slope += value / (1 + value);
      }
      if (sum - q < 1e-6 * q) {
        break;
      }
      tau += (sum - q) / slope;
    }
    return sum;
  }
}
