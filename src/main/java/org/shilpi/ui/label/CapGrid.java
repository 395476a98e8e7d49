package org.shilpi.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// All labels, two or three across; scrolls where there are too many for the window.
final class CapGrid extends ScrollPane {
  private static final double GAP = 8;
  private static final double ROW = 52 + GAP;

  /// Room for focus rings.
  static final double EDGE = 5;

  private final GridPane grid = new GridPane(GAP, GAP);
  private final List<LabelCap> caps = new ArrayList<>();
  private final IntConsumer pick;
  private List<String> names = List.of();

  CapGrid(IntConsumer pick) {
    this.pick = pick;
    getStyleClass().add("bare");
    grid.setPadding(new Insets(EDGE));
    setContent(grid);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
  }

  void show(Desk desk) {
    List<String> now = desk.labels().stream().map(Desk.Counted::name).toList();
    if (!now.equals(names)) {
      names = now;
      rebuild();
    }
    for (int i = 0; i < caps.size(); i++) {
      caps.get(i).show(desk.labels().get(i).texts(), i == desk.chosen());
    }
  }

  /// Three, but two where that leaves no hole.
  private int across() {
    return names.size() == 2 || names.size() == 4 ? 2 : 3;
  }

  private void rebuild() {
    int across = across();
    caps.clear();
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    for (int column = 0; column < across; column++) {
      ColumnConstraints share = new ColumnConstraints();
      share.setPercentWidth(100.0 / across);
      grid.getColumnConstraints().add(share);
    }
    for (int i = 0; i < names.size(); i++) {
      int place = i;
      LabelCap cap = new LabelCap(names.get(i), i, () -> pick.accept(place));
      cap.focusedProperty()
          .addListener((property, before, focused) -> {
            if (focused) {
              reveal(cap);
            }
          });
      caps.add(cap);
      grid.add(cap, i % across, i / across);
    }
  }

  private void reveal(LabelCap cap) {
    double spare = grid.getHeight() - getViewportBounds().getHeight();
    if (spare > 0) {
      setVvalue(Math.clamp((cap.getLayoutY() - GAP) / spare, 0, 1));
    }
  }

  /// Lets the grid take at most this height, but always two rows.
  void limit(double height) {
    double rows = Math.max(2, Math.floor(height / ROW));
    double needed = Math.ceil(names.size() / (double) across());
    setMinHeight(Math.min(rows, needed) * ROW - GAP + 2 * EDGE);
    setPrefHeight(getMinHeight());
    setMaxHeight(getMinHeight());
  }

  void flash(int label) {
    if (label < caps.size()) {
      caps.get(label).flash();
    }
  }
}
