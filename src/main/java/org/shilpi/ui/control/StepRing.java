package org.shilpi.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.SVGPath;

/// A step's state as a ring: a number (open), an arc (in progress), a check (done) or a marigold
/// triangle (needs attention).
public final class StepRing extends Region {
  private final double size;
  private final Circle ground = new Circle();
  private final Label figure = new Label();
  private final Arc arc = new Arc();
  private final Polyline check;
  private final SVGPath alarm = new SVGPath();

  /// A ring of 24 px with a figure in it.
  public StepRing(int number) {
    this(24, Integer.toString(number));
  }

  /// A small ring of 16 px without a figure.
  public StepRing() {
    this(16, "");
    getStyleClass().add("small");
  }

  private StepRing(double size, String words) {
    this.size = size;
    double s = size / 24;
    ground.getStyleClass().add("ground");
    figure.setText(words);
    figure.getStyleClass().add("figure");
    arc.getStyleClass().add("arc");
    arc.setType(ArcType.OPEN);
    check = new Polyline(7 * s, 12.4 * s, 10.6 * s, 16 * s, 17.2 * s, 8.8 * s);
    check.getStyleClass().add("mark");
    alarm.setContent("M12 2 L23 21 H1 Z M11 9 H13 V15 H11 Z M11 16.5 H13 V18.5 H11 Z");
    alarm.setFillRule(javafx.scene.shape.FillRule.EVEN_ODD);
    alarm.getStyleClass().add("alarm");
    alarm.setScaleX(s);
    alarm.setScaleY(s);
    getStyleClass().add("step-ring");
    getChildren().addAll(ground, arc, figure, check, alarm);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    show(StepMark.OPEN, 0);
  }

  /// @param share how far the step is, 0 to 1; looked at only while in progress
  public void show(StepMark mark, double share) {
    for (StepMark each : StepMark.values()) {
      getStyleClass().remove(each.styleClass());
    }
    getStyleClass().add(mark.styleClass());
    boolean large = size > 20;
    figure.setVisible(large && (mark == StepMark.OPEN || mark == StepMark.IN_PROGRESS));
    arc.setVisible(large && mark == StepMark.IN_PROGRESS);
    arc.setStartAngle(90);
    arc.setLength(-360 * Math.clamp(share, 0.02, 1));
    check.setVisible(mark == StepMark.DONE);
    alarm.setVisible(mark == StepMark.ATTENTION);
  }

  @Override
  protected void layoutChildren() {
    double middle = size / 2;
    double radius = middle - size / 12 + 0.5;
    ground.setCenterX(middle);
    ground.setCenterY(middle);
    ground.setRadius(radius);
    arc.setCenterX(middle);
    arc.setCenterY(middle);
    arc.setRadiusX(radius);
    arc.setRadiusY(radius);
    figure.resizeRelocate(
        middle - figure.prefWidth(-1) / 2,
        middle - figure.prefHeight(-1) / 2,
        figure.prefWidth(-1),
        figure.prefHeight(-1));
    alarm.setLayoutX(middle - 12);
    alarm.setLayoutY(middle - 12.5);
  }
}
