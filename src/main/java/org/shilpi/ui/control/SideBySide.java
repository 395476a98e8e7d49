package org.shilpi.ui.control;

import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A wide part and a narrow side column; where the room gets small, the side column goes below.
public final class SideBySide extends StackPane {
  private final Region main;
  private final Region side;
  private final double sideWidth;
  private final double threshold;
  private boolean stacked;

  /// @param sideWidth width of the side column
  /// @param threshold below this width the side column goes under the main part
  public SideBySide(Region main, Region side, double sideWidth, double threshold) {
    this.main = main;
    this.side = side;
    this.sideWidth = sideWidth;
    this.threshold = threshold;
    arrange();
    widthProperty()
        .addListener((property, before, now) -> {
          boolean narrow = now.doubleValue() < threshold;
          if (narrow != stacked) {
            stacked = narrow;
            arrange();
          }
        });
  }

  private void arrange() {
    GridPane grid = new GridPane(20, 16);
    javafx.scene.layout.ColumnConstraints grow = new javafx.scene.layout.ColumnConstraints();
    grow.setHgrow(javafx.scene.layout.Priority.ALWAYS);
    grow.setMinWidth(0);
    grid.getColumnConstraints().add(grow);
    grid.add(main, 0, 0);
    if (stacked) {
      side.setPrefWidth(USE_COMPUTED_SIZE);
      side.setMinWidth(0);
      grid.add(side, 0, 1);
    } else {
      side.setMinWidth(sideWidth);
      side.setPrefWidth(sideWidth);
      side.setMaxWidth(sideWidth);
      grid.add(side, 1, 0);
    }
    side.setMaxWidth(stacked ? Double.MAX_VALUE : sideWidth);
    GridPane.setValignment(side, javafx.geometry.VPos.TOP);
    getChildren().setAll(grid);
  }
}
