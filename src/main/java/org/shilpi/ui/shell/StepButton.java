package org.shilpi.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.StepRing;

/// One step on the rail: its ring, its name, its line of state.
final class StepButton extends ToggleButton {
  private final StepRing ring;
  private final Label name;
  private final Label line = new Label();
  private final VBox words;
  private final Tooltip hint = new Tooltip();

  StepButton(Place place, String words) {
    this.ring = new StepRing(place.number());
    this.name = new Label(words);
    this.name.getStyleClass().add("step-name");
    this.line.getStyleClass().add("step-line");
    this.words = new VBox(this.name);
    this.words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    getStyleClass().add("step");
    setId("step-" + place.number());
    setMaxWidth(Double.MAX_VALUE);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setAccessibleText(words);
    Node mark = ring;
    if (place == Place.HOME) {
      getStyleClass().add("home");
      StackPane box = new StackPane(Icon.of("mdoal-home"));
      box.setMinWidth(24);
      mark = box;
    }
    HBox row = new HBox(12, mark, this.words);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    setGraphic(row);
    hint.setText(words);
  }

  void show(StepState state, String newLine) {
    ring.show(state.mark(), state.share());
    line.setText(newLine);
    if (!words.getChildren().contains(line)) {
      words.getChildren().add(line);
    }
    hint.setText(name.getText() + ": " + newLine);
    setAccessibleText(hint.getText());
  }

  void setNarrow(boolean narrow) {
    words.setVisible(!narrow);
    words.setManaged(!narrow);
    setTooltip(narrow ? hint : null);
  }
}
