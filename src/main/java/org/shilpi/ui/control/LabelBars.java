package org.shilpi.ui.control;

import java.util.List;
import javafx.scene.layout.Region;

/// How many texts each label has, as a row of bars in the labels' colours.
public final class LabelBars extends Region {
  private final List<Integer> counts;

  /// @param counts texts a label, in the labels' order
  public LabelBars(List<Integer> counts) {
    this.counts = List.copyOf(counts);
    for (int i = 0; i < counts.size(); i++) {
      Region bar = new Region();
      bar.setManaged(false);
      bar.getStyleClass().addAll("label-bar", LabelColour.of(i));
      getChildren().add(bar);
    }
    setMinHeight(60);
    setPrefSize(120, 60);
  }

  @Override
  protected void layoutChildren() {
    int most = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
    double slot = getWidth() / Math.max(1, counts.size());
    double gap = Math.min(6, slot / 4);
    for (int i = 0; i < counts.size(); i++) {
      double height = Math.max(2, getHeight() * counts.get(i) / Math.max(1, most));
      getChildren()
          .get(i)
          .resizeRelocate(Math.round(i * slot), getHeight() - height, slot - gap, height);
    }
  }
}
