package org.shilpi.evaluate;

import java.util.Arrays;

/// How far one sample must be moved to become another.
public final class Wasserstein {
  private Wasserstein() {}

  /// The first Wasserstein (earth mover's) distance: the area between the two cumulative shares, in
  /// the samples' own unit (scipy, `wasserstein_distance`).
  public static double distance(double[] first, double[] second) {
    double[] a = first.clone();
    double[] b = second.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    int i = 0;
    int j = 0;
    double area = 0;
    double before = Math.min(a[0], b[0]);
    while (i < a.length || j < b.length) {
      boolean fromFirst = j == b.length || (i < a.length && a[i] <= b[j]);
      double value = fromFirst ? a[i] : b[j];
      area += (value - before) * Math.abs((double) i / a.length - (double) j / b.length);
      before = value;
      if (fromFirst) {
        i++;
      } else {
        j++;
      }
    }
    return area;
  }
}
