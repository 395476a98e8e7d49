package org.shilpi.ui.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.shilpi.job.Problem;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;

/// A sentence at the foot of the window. News goes after six seconds, later while the mouse rests
/// on it; a failure stays until it is put away.
final class Toast extends HBox {
  private Toast(Node icon, String sentence) {
    getStyleClass().add("toast");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    WordText text = new WordText(sentence);
    text.setMaxWidth(640);
    getChildren().addAll(icon, text);
  }

  static Toast info(String sentence, Messages words, StackPane over) {
    Toast toast = new Toast(Icon.of("mdal-info", "accent"), sentence);
    PauseTransition pause = new PauseTransition(Duration.seconds(6));
    toast.setOnMouseEntered(event -> pause.stop());
    toast.setOnMouseExited(event -> pause.playFromStart());
    pause.setOnFinished(event -> over.getChildren().remove(toast));
    pause.play();
    toast.closable(words, over);
    return toast;
  }

  static Toast failure(Throwable cause, Messages words, StackPane over) {
    Toast toast = new Toast(Icon.of("mdal-error", "danger"), Phrases.failure(words, cause));
    toast.getStyleClass().add("failure");
    if (!(cause instanceof Problem)) {
      Button details = new Button(words.of("window.details"), Icon.of("mdoal-content_copy"));
      details.getStyleClass().addAll("flat", "small");
      details.setMinWidth(USE_PREF_SIZE);
      details.setOnAction(event -> copy(cause));
      toast.getChildren().add(details);
    }
    toast.closable(words, over);
    return toast;
  }

  private void closable(Messages words, StackPane over) {
    getChildren()
        .add(
            RailView.toggle(
                "mdoal-close", words.of("window.close"), () -> over.getChildren().remove(this)));
  }

  /// For support, who can read a stack trace.
  private static void copy(Throwable cause) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, trace.toString()));
  }
}
