package org.shilpi.ui.control;

import javafx.scene.Group;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// The one drawing of the empty pages: papers that become labels.
public final class Drawing extends Group {
  public Drawing() {
    getStyleClass().add("drawing");
    getChildren().addAll(box(0, 12, 84, 104, "sheet-back"), box(16, 0, 84, 104, "sheet"));
    double[] widths = {44, 56, 50, 56, 34};
    for (int i = 0; i < widths.length; i++) {
      getChildren().add(box(30, 18 + i * 13, widths[i], 5, "ink"));
    }
    Polyline shaft = new Polyline(116, 52, 152, 52);
    Polyline head = new Polyline(143, 43, 152, 52, 143, 61);
    shaft.getStyleClass().add("arrow");
    head.getStyleClass().add("arrow");
    getChildren().addAll(shaft, head);
    int[] labels = {3, 2, 5};
    for (int i = 0; i < labels.length; i++) {
      Rectangle cap = box(172, 6 + i * 34, 84, 26, "cap");
      Text figure = new Text(185, 24 + i * 34, Integer.toString(i + 1));
      figure.getStyleClass().add("cap-figure");
      Group pair = new Group(cap, figure);
      pair.getStyleClass().add(LabelColour.of(labels[i]));
      getChildren().add(pair);
    }
  }

  private static Rectangle box(double x, double y, double width, double height, String styleClass) {
    Rectangle box = new Rectangle(x, y, width, height);
    double round = height > 10 ? 10 : height;
    box.setArcWidth(round);
    box.setArcHeight(round);
    box.getStyleClass().add(styleClass);
    return box;
  }
}
