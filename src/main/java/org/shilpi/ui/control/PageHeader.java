package org.shilpi.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The sentence a page opens with, and the grey one below it.
public final class PageHeader extends HBox {
  private final WordText title;
  private final WordText below;

  public PageHeader(String title, String below, Node... atTheRight) {
    super(12);
    this.title = new WordText(title, "title-2");
    this.below = new WordText(below, "text-muted");
    VBox words = new VBox(this.title, this.below);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().add(words);
    getChildren().addAll(atTheRight);
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
  }

  public void show(String newTitle, String newBelow) {
    title.show(newTitle);
    below.show(newBelow);
  }
}
