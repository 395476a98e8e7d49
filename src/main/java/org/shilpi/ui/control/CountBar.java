package org.shilpi.ui.control;

import javafx.scene.layout.Region;

/// A share of the most as a bar, in the colour of the label it belongs to.
public final class CountBar extends Region {
  private final Region bar = new Region();
  private final double share;

  /// @param share 0 to 1
  public CountBar(double share) {
    this.share = Math.clamp(share, 0, 1);
    bar.setManaged(false);
    bar.getStyleClass().add("label-bar");
    getStyleClass().add("count-bar");
    getChildren().add(bar);
    setMinSize(20, 8);
    setPrefSize(80, 8);
    setMaxHeight(8);
  }

  @Override
  protected void layoutChildren() {
    bar.resizeRelocate(0, 0, share > 0 ? Math.max(2, getWidth() * share) : 0, getHeight());
  }
}
