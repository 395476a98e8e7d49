package org.shilpi.train.search;

import java.util.SplittableRandom;

/// Where on a dimension trials lie: a kernel around each and, for what nobody has tried, one flat
/// over all of it (Bergstra et al., 2011, section 4.2). The kernels are logistic, not normal: cut
/// to 0 to 1 they need no error function, and to draw from one no rejection.
final class Density {
  private final double[] centres;
  private final double width;

  /// @param places each 0 to 1
  /// @param width of a kernel, above 0. Two densities that are compared should have the same: the
  ///   broader one would win wherever nobody has been, above all at the ends
  Density(double[] places, double width) {
    this.centres = places.clone();
    this.width = width;
  }

  /// Density at a place; its integral from 0 to 1 is 1.
  double at(double place) {
    double sum = 1;
    for (int i = 0; i < centres.length; i++) {
      double share = share(i, place);
      double inside = share(i, 1) - share(i, 0);
      sum += share * (1 - share) / (width * inside);
    }
    return sum / (centres.length + 1);
  }

  /// A place drawn from it, 0 to 1.
  double draw(SplittableRandom random) {
    int kernel = random.nextInt(centres.length + 1);
    double even = random.nextDouble();
    if (kernel == centres.length) {
      return even;
    }
    double low = share(kernel, 0);
    double share = low + even * (share(kernel, 1) - low);
    double place = centres[kernel] + width * Math.log(share / (1 - share));
    return Math.clamp(place, 0, 1);
  }

  /// Share of a whole kernel that lies below a place.
  private double share(int kernel, double place) {
    return 1 / (1 + Math.exp((centres[kernel] - place) / width));
  }
}
