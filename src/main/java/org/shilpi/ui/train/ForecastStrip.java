package org.shilpi.ui.train;

import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.train.Forecast;
import org.shilpi.train.Forecast.Range;
import org.shilpi.ui.shell.Phrases;

/// How long a depth would take: the best guess, its range, and both on a scale.
final class ForecastStrip extends VBox {
  private final Messages words;
  private final Label guess = new Label();
  private final Label range = new Label();
  private final TimeScale scale;

  ForecastStrip(Messages words) {
    super(6);
    this.words = words;
    setMinHeight(USE_PREF_SIZE);
    scale = new TimeScale(words);
    guess.getStyleClass().add("number");
    guess.setMinWidth(USE_PREF_SIZE);
    range.getStyleClass().addAll("text-small", "text-muted");
    HBox numbers = new HBox(8, guess, range);
    numbers.setAlignment(Pos.BASELINE_LEFT);
    getChildren().addAll(numbers, scale);
  }

  void show(Optional<Forecast> forecast, boolean measuring) {
    if (forecast.isEmpty()) {
      guess.setText("–");
      range.setText(
          words.of(measuring ? "window.train.forecast.measuring" : "window.train.forecast.none"));
      return;
    }
    Range seconds = forecast.get().seconds();
    guess.setText(duration(seconds.likely()));
    String span =
        words.of("window.train.forecast.range", duration(seconds.low()), duration(seconds.high()));
    range.setText(span);
    scale.show(seconds, guess.getText() + ", " + span);
  }

  private String duration(double seconds) {
    return Phrases.duration(words, Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
