package org.shilpi.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A job that is going on: what it does, how far it is, the time left, and a stop.
public final class ProgressStrip extends HBox {
  private final Label doing = new Label();
  private final Label left = new Label();
  private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);

  public ProgressStrip(String stopWords, Runnable stop) {
    super(16);
    getStyleClass().addAll("card", "progress-strip");
    setAlignment(Pos.CENTER_LEFT);
    doing.getStyleClass().add("text-bold");
    left.getStyleClass().addAll("text-caption", "text-subtle");
    bar.setMaxWidth(Double.MAX_VALUE);
    VBox words = new VBox(6, doing, bar, left);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button button = new Button(stopWords, Icon.of("mdomz-stop"));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> stop.run());
    getChildren().addAll(words, button);
  }

  /// @param share 0 to 1, or NaN where the whole is not known
  /// @param timeLeft words, empty if not known
  public void show(String what, double share, String timeLeft) {
    doing.setText(what);
    bar.setProgress(Double.isNaN(share) ? ProgressBar.INDETERMINATE_PROGRESS : share);
    left.setText(timeLeft);
  }
}
