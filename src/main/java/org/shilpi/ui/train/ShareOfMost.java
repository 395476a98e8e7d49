package org.shilpi.ui.train;

import javafx.scene.layout.Region;

/// A lying bar in a label's colour, as long as its share.
final class ShareOfMost extends Region {
  private static final double THICKNESS = 10;

  private final double share;
  private final Region bar = new Region();

  /// @param share 0 to 1
  ShareOfMost(double share) {
    this.share = share;
    bar.getStyleClass().add("label-bar");
    bar.setManaged(false);
    getChildren().add(bar);
    setMinSize(30, THICKNESS);
    setPrefSize(80, THICKNESS);
    setMaxHeight(THICKNESS);
  }

  @Override
  protected void layoutChildren() {
    bar.resizeRelocate(0, 0, Math.max(2, getWidth() * share), getHeight());
  }
}
