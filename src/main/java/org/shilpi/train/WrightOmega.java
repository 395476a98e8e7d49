package org.shilpi.train;

/// Wright's ω: the z > 0 with z + ln z = x (Corless and Jeffrey: The Wright ω function, 2002).
final class WrightOmega {
  private WrightOmega() {}

  /// Good to 1e-12 relative: a guess by range and Fritsch, Shafer and Crowley's iteration, as in
  /// Lawrence, Corless and Jeffrey: Algorithm 917, ACM Transactions on Mathematical Software 38,
  /// 2012.
  static double at(double x) {
    if (x < -5) {
      // Lagrange's series, which needs no logarithm: most labels of most texts end here.
      double e = Math.exp(x);
      return e * (1 - e * (1 - e * (3 / 2.0 - e * (8 / 3.0 - e * (125 / 24.0 - e * 54 / 5.0)))));
    }
    double z;
    if (x < -2) {
      double e = Math.exp(x);
      z = e * (1 - e * (1 - 1.5 * e));
    } else if (x < 4) {
      double t = x - 1;
      z = 1 + t * (0.5 + t * (1 / 16.0 - t / 192));
    } else {
      double ln = Math.log(x);
      z = x - ln + ln / x;
    }
    for (int round = 0; round < 2; round++) {
      double residual = x - z - Math.log(z);
      double next = 1 + z;
      double a = 2 * next * (next + 2 * residual / 3);
      z *= 1 + residual / next * (a - residual) / (a - 2 * residual);
      if (Math.abs(residual) < 1e-4) {
        break;
      }
    }
    return z;
  }
}
