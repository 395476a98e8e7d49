package org.shilpi.ui.control;

import java.util.ArrayList;
import java.util.List;

/// A named line of a chart.
///
/// @param name drawn beside the line; empty for none
/// @param styleClass `model` (texts kept back), `learning` (texts it learns from), `baseline`
///   (something simpler), `forecast` or `danger`
/// @param points from left to right
public record Curve(String name, String styleClass, List<CurvePoint> points) {
  public Curve {
    points = List.copyOf(points);
  }

  /// A level line across the whole chart.
  public static Curve level(String name, double y, Axis across) {
    return new Curve(
        name, "baseline", List.of(CurvePoint.of(across.from(), y), CurvePoint.of(across.to(), y)));
  }

  /// At most about `most` points that look the same: of each piece of the line the lowest and the
  /// highest stay. JavaFX takes seconds a frame for tens of thousands of points.
  Curve thinned(int most) {
    if (points.size() <= most) {
      return this;
    }
    List<CurvePoint> kept = new ArrayList<>();
    int pieces = Math.max(1, most / 2);
    for (int piece = 0; piece < pieces; piece++) {
      int from = (int) ((long) points.size() * piece / pieces);
      int to = (int) ((long) points.size() * (piece + 1) / pieces);
      CurvePoint low = points.get(from);
      CurvePoint high = low;
      for (CurvePoint point : points.subList(from, to)) {
        low = point.y() < low.y() ? point : low;
        high = point.y() > high.y() ? point : high;
      }
      kept.add(low.x() <= high.x() ? low : high);
      if (!low.equals(high)) {
        kept.add(low.x() <= high.x() ? high : low);
      }
    }
    return new Curve(name, styleClass, kept);
  }
}
