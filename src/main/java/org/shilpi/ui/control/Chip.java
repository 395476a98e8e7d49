package org.shilpi.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;

/// A small rounded fact: an icon and a word or two.
public final class Chip extends Label {
  public Chip(String words, String... styles) {
    super(words);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("chip");
    getStyleClass().addAll(styles);
  }

  public Chip(String words, Node graphic, String... styles) {
    this(words, styles);
    setGraphic(graphic);
  }
}
