package org.shilpi.ui.control;

import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// A number with its uncertainty: a line for the scale, a pale range for the 95 % interval, a
/// strong tick for the best guess, and a dashed stroke for what it is compared with.
public final class RangeBar extends Region {
  private static final double THICKNESS = 6;

  private final double from;
  private final double to;
  private final Region line = part("line");
  private final Region range = part("range");
  private final Region tick = part("tick");
  private final Line baseline = new Line();
  private double low;
  private double best;
  private double high;
  private double compared = Double.NaN;

  /// @param from left end of the scale
  /// @param to right end of the scale, above `from`
  public RangeBar(double from, double to, double low, double best, double high) {
    this.from = from;
    this.to = to;
    this.low = low;
    this.best = best;
    this.high = high;
    baseline.getStyleClass().add("baseline");
    baseline.setVisible(false);
    getStyleClass().add("range-bar");
    getChildren().addAll(line, range, baseline, tick);
    setMinHeight(14);
    setPrefSize(120, 14);
  }

  /// Draws a dashed stroke at something simpler.
  public RangeBar against(double baselineValue) {
    compared = baselineValue;
    baseline.setVisible(true);
    return this;
  }

  public void show(double newLow, double newBest, double newHigh) {
    low = newLow;
    best = newBest;
    high = newHigh;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double y = (getHeight() - THICKNESS) / 2;
    line.resizeRelocate(0, y, getWidth(), THICKNESS);
    range.resizeRelocate(x(low), y, Math.max(2, x(high) - x(low)), THICKNESS);
    tick.resizeRelocate(Math.round(x(best)) - 1, y - 3, 3, THICKNESS + 6);
    if (baseline.isVisible()) {
      baseline.setStartX(x(compared));
      baseline.setEndX(x(compared));
      baseline.setEndY(getHeight());
    }
  }

  private double x(double value) {
    return Math.clamp((value - from) / (to - from), 0, 1) * getWidth();
  }

  private static Region part(String styleClass) {
    Region region = new Region();
    region.getStyleClass().add(styleClass);
    region.setManaged(false);
    return region;
  }
}
