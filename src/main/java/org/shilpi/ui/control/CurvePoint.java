package org.shilpi.ui.control;

/// A point of a curve, with its 95 % interval where there is one.
///
/// @param low NaN where there is no interval
/// @param high NaN where there is no interval
public record CurvePoint(double x, double y, double low, double high) {
  public static CurvePoint of(double x, double y) {
    return new CurvePoint(x, y, Double.NaN, Double.NaN);
  }

  boolean banded() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }
}
