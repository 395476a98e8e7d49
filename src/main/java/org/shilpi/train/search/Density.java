package org.shilpi.train.search;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Where on a dimension trials lie: a kernel around each and, for what nobody has tried, one flat
/// over all of it (Bergstra et al., 2011, section 4.2, with a logistic kernel in place of a normal
/// one: cut to 0 to 1 it needs no error function, to draw from it no rejection).
final class Density {
  private final double[] centres;
  private final double[] widths;

  /// @param places each 0 to 1
  Density(double[] places) {
    centres = places.clone();
    Arrays.sort(centres);
    widths = new double[centres.length];
    for (int i = 0; i < centres.length; i++) {
      double left = centres[i] - (i == 0 ? 0 : centres[i - 1]);
      double right = (i == centres.length - 1 ? 1 : centres[i + 1]) - centres[i];
      double gap = Math.clamp(Math.max(left, right), 1.0 / (centres.length + 2), 1);
      widths[i] = gap * Math.sqrt(3) / Math.PI;
    }
  }

  /// Density at a place; its integral from 0 to 1 is 1.
  double at(double place) {
    double sum = 1;
    for (int i = 0; i < centres.length; i++) {
      double share = share(i, place);
      double inside = share(i, 1) - share(i, 0);
      sum += share * (1 - share) / (widths[i] * inside);
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
    double place = centres[kernel] + widths[kernel] * Math.log(share / (1 - share));
    return Math.clamp(place, 0, 1);
  }

  /// Share of a whole kernel that lies below a place.
  private double share(int kernel, double place) {
    return 1 / (1 + Math.exp((centres[kernel] - place) / widths[kernel]));
  }
}
