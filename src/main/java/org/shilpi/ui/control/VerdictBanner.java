package org.shilpi.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page's answer in one sentence, the reason below it, and at most one quiet action.
public final class VerdictBanner extends HBox {
  private final VBox words = new VBox(2);

  public VerdictBanner(Tone tone, String sentence, String reason) {
    getStyleClass().addAll("verdict", tone.styleClass());
    words.getChildren().add(new WordText(sentence, "title-3"));
    if (!reason.isEmpty()) {
      words.getChildren().add(new WordText(reason, "text-muted"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(Icon.of(tone.icon(), "large", tone.styleClass()), words);
    setMinHeight(USE_PREF_SIZE);
  }

  /// Puts a flat button, or nothing, at the right.
  public VerdictBanner with(Node action) {
    getChildren().add(action);
    return this;
  }
}
