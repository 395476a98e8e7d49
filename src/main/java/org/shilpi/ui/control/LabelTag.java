package org.shilpi.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A label's name on its tint, with a dot of its colour.
public final class LabelTag extends Label {
  /// @param index place of the label in its project, from 0
  public LabelTag(String name, int index) {
    super(name);
    Region dot = new Region();
    dot.getStyleClass().add("tag-dot");
    setGraphic(dot);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().addAll("tag", LabelColour.of(index));
  }
}
