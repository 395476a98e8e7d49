package org.shilpi.ui.train;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.shilpi.ui.control.CurveChart;
import org.shilpi.ui.control.CurveChart.Picture;

/// A chart with its title and what its lines mean.
final class CurveCard extends VBox {
  private final CurveChart chart = new CurveChart();
  private final HBox below = new HBox(16);

  /// @param below what stands under the title
  CurveCard(String title, Node... below) {
    super(2);
    getStyleClass().addAll("card", "curve-card");
    Label name = new Label(title);
    name.getStyleClass().add("title-4");
    this.below.getChildren().setAll(below);
    this.below.setMinHeight(20);
    VBox.setVgrow(chart, Priority.ALWAYS);
    chart.setFocusTraversable(true);
    getChildren().addAll(name, this.below, chart);
  }

  void show(Picture picture, String spoken) {
    chart.setAccessibleText(spoken);
    chart.show(picture);
  }

  /// A piece of a line and what the line stands for.
  static Label key(String words, String styleClass) {
    Line line = new Line(0, 0, 22, 0);
    line.getStyleClass().addAll("key-line", styleClass);
    Label label = note(words);
    label.setGraphic(line);
    return label;
  }

  static Label note(String words) {
    Label label = new Label(words);
    label.getStyleClass().addAll("text-caption", "text-muted");
    return label;
  }
}
