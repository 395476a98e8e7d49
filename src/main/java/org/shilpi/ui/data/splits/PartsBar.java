package org.shilpi.ui.data.splits;

import java.util.Map;
import javafx.scene.layout.Region;
import org.shilpi.data.Split;

/// How many texts each part has, side by side in one bar.
final class PartsBar extends Region {
  private final Map<Split, Integer> parts;
  private final int most;

  /// @param most texts that fill the whole width, at least one
  PartsBar(Map<Split, Integer> parts, int most) {
    this.parts = parts;
    this.most = Math.max(1, most);
    getStyleClass().add("parts-bar");
    for (Split part : SplitsView.PARTS) {
      Region piece = new Region();
      piece.setManaged(false);
      piece.getStyleClass().addAll("part", part.id());
      getChildren().add(piece);
    }
    setMinSize(40, 10);
    setPrefSize(160, 10);
    setMaxHeight(10);
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    for (int i = 0; i < SplitsView.PARTS.size(); i++) {
      int texts = parts.getOrDefault(SplitsView.PARTS.get(i), 0);
      // Few texts are drawn as well, no text is not.
      double width = texts == 0 ? 0 : Math.max(2, getWidth() * texts / most);
      getChildren().get(i).resizeRelocate(x, 0, width, getHeight());
      x += width;
    }
  }
}
