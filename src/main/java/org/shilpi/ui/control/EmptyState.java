package org.shilpi.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// A page with nothing on it yet: one drawing, a sentence with the next click, the primary action
/// in the middle.
public final class EmptyState extends VBox {
  /// @param hint a quiet line below the actions, may be empty
  /// @param actions the primary one first
  public EmptyState(String title, String sentence, String hint, Node... actions) {
    getStyleClass().add("empty-state");
    setMaxWidth(640);
    HBox row = new HBox(10, actions);
    row.setAlignment(Pos.CENTER);
    getChildren()
        .addAll(new Drawing(), middle(title, "title-2"), middle(sentence, "text-muted"), row);
    if (!hint.isEmpty()) {
      Label quiet = new Label(hint);
      quiet.getStyleClass().addAll("text-caption", "text-subtle");
      getChildren().add(quiet);
    }
    setMinHeight(USE_PREF_SIZE);
  }

  private static WordText middle(String words, String styleClass) {
    WordText text = new WordText(words, styleClass);
    text.setTextAlignment(TextAlignment.CENTER);
    text.setMaxWidth(520);
    return text;
  }
}
