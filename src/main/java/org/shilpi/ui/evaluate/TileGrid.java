package org.shilpi.ui.evaluate;

import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.shilpi.ui.control.StatTile;

/// Tiles, as many beside one another as have room, in even rows.
final class TileGrid extends GridPane {
  private static final double NARROW = 176;
  private static final double GAP = 12;

  private final List<StatTile> tiles;

  TileGrid(List<StatTile> tiles) {
    super(GAP, GAP);
    this.tiles = tiles;
    setMinWidth(0);
    tiles.forEach(tile -> tile.setMinWidth(0));
    widthProperty().addListener((p, before, now) -> arrange(now.doubleValue()));
    arrange((NARROW + GAP) * tiles.size());
  }

  private void arrange(double width) {
    int most = Math.clamp((long) (width / (NARROW + GAP)), 1, tiles.size());
    int lines = (tiles.size() + most - 1) / most;
    int columns = (tiles.size() + lines - 1) / lines;
    if (getColumnConstraints().size() == columns) {
      return;
    }
    getChildren().clear();
    getColumnConstraints().clear();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      column.setMinWidth(0);
      getColumnConstraints().add(column);
    }
    for (int i = 0; i < tiles.size(); i++) {
      add(tiles.get(i), i % columns, i / columns);
    }
  }
}
