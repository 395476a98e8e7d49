package org.shilpi.ui.control;

import javafx.scene.layout.Region;

/// The machine's memory in one bar: what other programs hold now, what this would need, what stays
/// free.
public final class MemoryBar extends Region {
  private final Region track = part("track");
  private final Region used = part("used");
  private final Region needed = part("needed");
  private final double usedShare;
  private final double neededShare;

  /// @param usedShare held by others now, 0 to 1
  /// @param neededShare of the whole that would come on top; drawn up to the end at most
  public MemoryBar(double usedShare, double neededShare, Tone tone) {
    this.usedShare = Math.clamp(usedShare, 0, 1);
    this.neededShare = Math.max(0, neededShare);
    getStyleClass().addAll("memory-bar", tone.styleClass());
    getChildren().addAll(track, used, needed);
    setMinHeight(10);
    setPrefSize(200, 10);
    setMaxHeight(10);
  }

  @Override
  protected void layoutChildren() {
    double w = getWidth();
    double h = getHeight();
    double x = Math.round(w * usedShare);
    track.resizeRelocate(0, 0, w, h);
    used.resizeRelocate(0, 0, x, h);
    double end = Math.min(w, x + Math.max(neededShare > 0 ? 3 : 0, w * neededShare));
    needed.resizeRelocate(x + 1, 0, Math.max(0, end - x - 1), h);
  }

  private static Region part(String styleClass) {
    Region region = new Region();
    region.getStyleClass().add(styleClass);
    region.setManaged(false);
    return region;
  }
}
