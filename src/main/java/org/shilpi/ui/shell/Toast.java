package org.shilpi.ui.shell;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;

/// A sentence at the foot of the window: six seconds, longer while the mouse rests on it.
final class Toast extends HBox {
  private final PauseTransition pause = new PauseTransition(Duration.seconds(6));

  Toast(String sentence, String closeWords, StackPane over) {
    getStyleClass().add("toast");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    WordText words = new WordText(sentence);
    words.setMaxWidth(560);
    Button close =
        RailView.toggle("mdoal-close", closeWords, () -> over.getChildren().remove(this));
    getChildren().addAll(words, close);
    setOnMouseEntered(event -> pause.stop());
    setOnMouseExited(event -> pause.playFromStart());
    pause.setOnFinished(event -> over.getChildren().remove(this));
    pause.play();
  }

  static Toast info(String sentence, String closeWords, StackPane over) {
    Toast toast = new Toast(sentence, closeWords, over);
    toast.getChildren().addFirst(Icon.of("mdal-info", "accent"));
    return toast;
  }
}
