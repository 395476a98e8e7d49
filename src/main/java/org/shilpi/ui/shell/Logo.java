package org.shilpi.ui.shell;

import javafx.scene.Group;
import javafx.scene.shape.Polygon;

/// The cut stone, 28 px.
final class Logo extends Group {
  Logo() {
    getChildren()
        .addAll(
            facet(1, 14, 1, 27, 10, 14, 14),
            facet(2, 14, 1, 1, 10, 14, 14),
            facet(3, 1, 10, 14, 14, 14, 27),
            facet(4, 27, 10, 14, 14, 14, 27));
  }

  private static Polygon facet(int number, double... points) {
    Polygon facet = new Polygon(points);
    facet.getStyleClass().add("facet-" + number);
    return facet;
  }
}
