package org.shilpi.ui.data.quality;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.shilpi.quality.Picture;

/// A score over the number of texts: measured points, the curve through them, and how sure it is.
final class LearningCurve extends Region {
  private static final double HEIGHT = 40;

  private final Picture.Curve curve;
  private final Polygon band = new Polygon();
  private final Polyline line = new Polyline();

  LearningCurve(Picture.Curve curve) {
    this.curve = curve;
    getStyleClass().add("learning-curve");
    band.getStyleClass().add("band");
    line.getStyleClass().add("line");
    band.setManaged(false);
    line.setManaged(false);
    getChildren().addAll(band, line);
    curve
        .scores()
        .forEach(score -> {
          Circle point = new Circle(2.5);
          point.setManaged(false);
          point.getStyleClass().add("point");
          getChildren().add(point);
        });
    setPrefSize(FindingPicture.WIDTH, HEIGHT);
    setMinHeight(HEIGHT);
  }

  @Override
  protected void layoutChildren() {
    int n = curve.sizes().size();
    Double[] above = new Double[2 * n];
    Double[] around = new Double[4 * n];
    for (int i = 0; i < n; i++) {
      double x = x(curve.sizes().get(i));
      above[2 * i] = x;
      above[2 * i + 1] = y(curve.fitted().get(i));
      around[2 * i] = x;
      around[2 * i + 1] = y(curve.high().get(i));
      around[4 * n - 2 * i - 2] = x;
      around[4 * n - 2 * i - 1] = y(curve.low().get(i));
    }
    line.getPoints().setAll(above);
    band.getPoints().setAll(around);
    for (int i = 0; i < curve.scores().size(); i++) {
      getChildren()
          .get(i + 2)
          .relocate(x(curve.sizes().get(i)) - 2.5, y(curve.scores().get(i)) - 2.5);
    }
  }

  private double x(int size) {
    List<Integer> sizes = curve.sizes();
    double span = Math.max(1, sizes.getLast() - sizes.getFirst());
    return 3 + (getWidth() - 6) * (size - sizes.getFirst()) / span;
  }

  private double y(double score) {
    double low = curve.low().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = curve.high().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return 3 + (getHeight() - 6) * (1 - (score - low) / Math.max(1e-9, high - low));
  }
}
