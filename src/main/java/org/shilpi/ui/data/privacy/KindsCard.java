package org.shilpi.ui.data.privacy;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.shilpi.privacy.Action;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;

/// What was found, kind by kind, and what hiding does about each.
final class KindsCard extends VBox {
  private final GridPane grid = new GridPane(14, 8);
  private final KindWords names;
  private final PrivacyViewModel model;
  private final Messages words;

  KindsCard(PrivacyViewModel.Gate gate, PrivacyViewModel model, Messages words) {
    super(12);
    this.names = new KindWords(words);
    this.model = model;
    this.words = words;
    getStyleClass().add("card");
    setId("privacy-kinds");
    Label title = new Label(words.of("window.privacy.found"));
    title.getStyleClass().add("title-4");
    getChildren().add(title);
    if (gate.kinds().isEmpty()) {
      getChildren()
          .add(new WordText(words.of("window.privacy.nothing", gate.texts()), "text-muted"));
      return;
    }
    ColumnConstraints name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    ColumnConstraints count = new ColumnConstraints();
    count.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(name, count, new ColumnConstraints());
    gate.kinds().forEach(this::add);
    getChildren().add(grid);
  }

  private void add(PrivacyViewModel.KindRow row) {
    HBox name =
        new HBox(10, Icon.of(KindWords.icon(row.kind())), new Label(names.name(row.kind())));
    name.setAlignment(Pos.CENTER_LEFT);
    if (row.unsure() > 0) {
      name.getChildren().add(new Chip(words.of("window.privacy.unsure", row.unsure()), "small"));
    }
    Label count = new Label(String.format(Locale.ENGLISH, "%,d", row.sure()));
    count.getStyleClass().add("text-bold");
    grid.addRow(grid.getRowCount(), name, count, actions(row));
  }

  private ComboBox<Action> actions(PrivacyViewModel.KindRow row) {
    ComboBox<Action> actions = new ComboBox<>();
    actions.getItems().setAll(List.of(Action.values()));
    actions.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Action value) {
            return value == null ? "" : names.name(value);
          }

          @Override
          public Action fromString(String typed) {
            throw new UnsupportedOperationException("actions are picked, not typed");
          }
        });
    actions.setValue(row.action());
    actions.setPrefWidth(190);
    actions.setId("action-" + row.kind().id());
    actions.setAccessibleText(names.name(row.kind()));
    actions.valueProperty().addListener((property, before, now) -> model.choose(row.kind(), now));
    return actions;
  }
}
