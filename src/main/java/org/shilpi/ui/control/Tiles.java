package org.shilpi.ui.control;

import javafx.geometry.Pos;
import javafx.scene.layout.TilePane;

/// Cards of equal size in as many columns as the width allows.
public final class Tiles {
  private static final double GAP = 12;

  private Tiles() {}

  /// Lets tiles share the width of their pane.
  ///
  /// @param most columns at most
  /// @param narrowest a tile is never narrower, in px
  public static void fit(TilePane pane, int most, double narrowest) {
    pane.setHgap(GAP);
    pane.setVgap(GAP);
    pane.setPrefColumns(most);
    pane.setTileAlignment(Pos.TOP_LEFT);
    pane.setPrefTileWidth(narrowest);
    pane.widthProperty()
        .addListener((property, before, now) -> {
          double width = now.doubleValue();
          int columns = Math.clamp((int) ((width + GAP) / (narrowest + GAP)), 1, most);
          pane.setPrefTileWidth(Math.floor((width - GAP * (columns - 1)) / columns));
        });
  }
}
