package org.shilpi.ui.control;

import javafx.geometry.VPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;

/// A wide part and a narrow side column; where the room gets small, the side column goes below.
public final class SideBySide extends StackPane {
  private final Region main;
  private final Region side;
  private final double sideWidth;
  private final boolean sideFirst;
  private boolean stacked;

  /// Side column at the right.
  ///
  /// @param sideWidth width of the side column
  /// @param threshold below this width the side column goes under the main part
  public SideBySide(Region main, Region side, double sideWidth, double threshold) {
    this(main, side, sideWidth, threshold, false);
  }

  /// @param sideFirst whether the side column stands at the left, or on top
  public SideBySide(
      Region main, Region side, double sideWidth, double threshold, boolean sideFirst) {
    this.main = main;
    this.side = side;
    this.sideWidth = sideWidth;
    this.sideFirst = sideFirst;
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
    GridPane grid = new GridPane(16, 16);
    ColumnConstraints grow = new ColumnConstraints();
    grow.setHgrow(Priority.ALWAYS);
    grow.setMinWidth(0);
    ColumnConstraints fixed = new ColumnConstraints(sideWidth, sideWidth, sideWidth);
    RowConstraints high = new RowConstraints();
    high.setVgrow(Priority.ALWAYS);
    side.setMaxWidth(Double.MAX_VALUE);
    if (stacked) {
      grid.getColumnConstraints().add(grow);
      grid.getRowConstraints()
          .addAll(sideFirst ? new RowConstraints() : high, new RowConstraints());
      grid.addColumn(0, sideFirst ? side : main, sideFirst ? main : side);
    } else {
      grid.getColumnConstraints().addAll(sideFirst ? fixed : grow, sideFirst ? grow : fixed);
      grid.getRowConstraints().add(high);
      grid.addRow(0, sideFirst ? side : main, sideFirst ? main : side);
    }
    GridPane.setValignment(side, VPos.TOP);
    GridPane.setFillHeight(side, false);
    getChildren().setAll(grid);
  }
}
