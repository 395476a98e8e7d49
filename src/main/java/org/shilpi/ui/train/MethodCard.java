package org.shilpi.ui.train;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.train.Forecast;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;

/// One depth of training to choose: what it does, what it wants, what it costs.
final class MethodCard extends VBox {
  /// One line of the card.
  record Fact(String icon, String name, String value, boolean careful) {}

  /// So that the cards' lines stand at one height.
  private static final double TWO_LINES = 40;

  private final RadioButton radio;
  private final HBox head;
  private final GridPane grid = new GridPane(12, 10);

  private final ForecastStrip strip;

  MethodCard(String name, String does, Messages words) {
    super(12);
    getStyleClass().addAll("card", "choice-card");
    strip = new ForecastStrip(words);
    radio = new RadioButton(name);
    radio.getStyleClass().add("title-4");
    radio.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    head = new HBox(8, radio, gap);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(28);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setMinWidth(0);
    grid.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(), values);
    WordText doing = new WordText(does, "text-small", "text-muted");
    doing.setMinHeight(TWO_LINES);
    getChildren().addAll(head, doing, strip, hairline(), grid);
    setOnMouseClicked(event -> radio.fire());
    radio.selectedProperty().addListener((property, before, now) -> mark(now));
  }

  RadioButton radio() {
    return radio;
  }

  MethodCard with(Chip chip) {
    head.getChildren().add(chip);
    return this;
  }

  /// @param forecast what the depth would take, where it is known
  /// @param measuring whether it may be known soon
  void show(Optional<Forecast> forecast, boolean measuring, List<Fact> facts) {
    strip.show(forecast, measuring);
    grid.getChildren().clear();
    for (int i = 0; i < facts.size(); i++) {
      Fact fact = facts.get(i);
      Label left = new Label(fact.name());
      left.getStyleClass().addAll("text-small", "text-muted");
      left.setMinWidth(USE_PREF_SIZE);
      WordText right = new WordText(fact.value(), "text-small");
      if (fact.careful()) {
        right.getStyleClass().add("text-warning");
      }
      Node icon = Icon.of(fact.icon(), "small");
      GridPane.setMargin(icon, new Insets(2, 0, 0, 0));
      grid.addRow(i, icon, left, right);
      List.of(icon, left, right).forEach(node -> GridPane.setValignment(node, VPos.TOP));
    }
  }

  private static Region hairline() {
    Region line = new Region();
    line.getStyleClass().add("hairline");
    return line;
  }

  private void mark(boolean chosen) {
    getStyleClass().remove("chosen");
    if (chosen) {
      getStyleClass().add("chosen");
    }
  }
}
