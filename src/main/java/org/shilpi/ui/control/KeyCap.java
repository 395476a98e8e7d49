package org.shilpi.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A key as it looks on the keyboard.
public final class KeyCap extends Label {
  public KeyCap(String key, String... styles) {
    super(key);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("key-cap");
    getStyleClass().addAll(styles);
  }

  /// A key and what it does, side by side.
  public static HBox with(String key, String does, String... styles) {
    Label words = new Label(does);
    words.getStyleClass().addAll("text-caption", "text-muted");
    HBox pair = new HBox(6, new KeyCap(key, styles), words);
    pair.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return pair;
  }
}
