package org.shilpi.ui.label;

import atlantafx.base.controls.Spacer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.shilpi.ui.control.Glyphs;
import org.shilpi.ui.control.LabelColour;

/// A label with its key, its name, and how many texts have it.
final class LabelCap extends Button {
  private static final Duration PRESS = Duration.millis(120);

  private final String name;
  private final Label count = new Label();
  private final PauseTransition press = new PauseTransition(PRESS);

  LabelCap(String name, int place, Runnable pick) {
    this.name = name;
    Label key = new Label(LabelKeys.name(place).orElse("·"));
    key.getStyleClass().add("cap-key");
    Label words = new Label(Glyphs.plain(name));
    words.getStyleClass().add("cap-name");
    words.setTooltip(new Tooltip(name));
    words.setMinWidth(0);
    count.getStyleClass().addAll("text-caption", "text-subtle");
    count.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(10, key, words, new Spacer(), count);
    row.setAlignment(Pos.CENTER_LEFT);
    row.prefWidthProperty().bind(widthProperty().subtract(28));
    row.setMaxWidth(USE_PREF_SIZE);
    row.setMinWidth(0);
    getStyleClass().addAll("label-cap", LabelColour.of(place));
    setId("cap-" + place);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setGraphic(row);
    setMinWidth(0);
    setMaxWidth(Double.MAX_VALUE);
    setOnAction(event -> pick.run());
    press.setOnFinished(event -> getStyleClass().remove("pressed"));
  }

  /// @param chosen whether the text on the desk has this label
  void show(int texts, boolean chosen) {
    count.setText(String.format(java.util.Locale.ENGLISH, "%,d", texts));
    getStyleClass().remove("chosen");
    if (chosen) {
      getStyleClass().add("chosen");
    }
    setAccessibleText(name + ", " + count.getText());
  }

  /// Shows for a moment that its key was pressed.
  void flash() {
    if (!getStyleClass().contains("pressed")) {
      getStyleClass().add("pressed");
    }
    press.playFromStart();
  }
}
