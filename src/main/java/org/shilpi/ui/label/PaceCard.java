package org.shilpi.ui.label;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;
import org.shilpi.ui.shell.Phrases;

/// How long a text takes, and how long all that are left would; not there before it can be told.
final class PaceCard extends HBox {
  private static final Duration ROUND = Duration.ofSeconds(10);

  private final Messages words;
  private final Label aText = new Label();
  private final WordText toTheEnd = new WordText("", "text-caption", "text-muted");

  PaceCard(Messages words) {
    super(12);
    this.words = words;
    getStyleClass().addAll("card", "pace");
    setId("pace");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    aText.getStyleClass().add("text-bold");
    VBox both = new VBox(aText, toTheEnd);
    HBox.setHgrow(both, javafx.scene.layout.Priority.ALWAYS);
    getChildren().addAll(Icon.of("mdomz-speed", "large", "accent"), both);
  }

  /// @param left how many texts have no label yet
  void show(Optional<Pace.Reading> pace, int left) {
    setVisible(pace.isPresent());
    setManaged(pace.isPresent());
    pace.ifPresent(reading -> {
      aText.setText(words.of("label.pace", said(reading.aText())));
      Duration all = reading.aText().multipliedBy(left);
      toTheEnd.show(
          left == 0
              ? words.of("label.pace.row", reading.inARow())
              : words.of("label.pace.left", reading.inARow(), Phrases.duration(words, all)));
    });
  }

  private String said(Duration aText) {
    return aText.compareTo(ROUND) < 0
        ? words.of(
            "label.pace.seconds", String.format(Locale.ENGLISH, "%.1f", aText.toMillis() / 1000.0))
        : Phrases.duration(words, aText);
  }
}
