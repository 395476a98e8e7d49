package org.shilpi.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.CustomTextField;
import org.shilpi.data.TextFilter;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;

/// Which texts are shown: those that hold some words, those with a label. Looks once the user
/// pauses.
final class FilterBar extends HBox {
  private static final Duration PAUSE = Duration.millis(300);

  FilterBar(List<String> labels, TextsViewModel model, Messages words) {
    super(8);
    setAlignment(Pos.CENTER_RIGHT);
    CustomTextField field = new CustomTextField();
    field.setId("find");
    field.setLeft(Icon.of("mdomz-search", "small"));
    field.setPromptText(words.of("window.data.find"));
    field.setText(model.filter().words());
    field.setPrefWidth(210);
    List<Optional<String>> choices = new ArrayList<>(List.of(Optional.empty(), Optional.of("")));
    labels.forEach(label -> choices.add(Optional.of(label)));
    ComboBox<Optional<String>> label = new ComboBox<>();
    label.setId("find-label");
    label.getItems().setAll(choices);
    label.setConverter(names(words));
    label.setValue(model.filter().label());
    label.setPrefWidth(160);
    label.setAccessibleText(words.of("window.data.column.label"));
    Runnable look = () -> model.look(new TextFilter(field.getText(), label.getValue()));
    PauseTransition pause = new PauseTransition(PAUSE);
    pause.setOnFinished(event -> look.run());
    field.textProperty().addListener((property, before, now) -> pause.playFromStart());
    label.valueProperty().addListener((property, before, now) -> look.run());
    getChildren().addAll(field, label);
  }

  private static StringConverter<Optional<String>> names(Messages words) {
    return new StringConverter<>() {
      @Override
      public String toString(Optional<String> value) {
        if (value == null || value.isEmpty()) {
          return words.of("window.data.find.any");
        }
        return value.get().isEmpty() ? words.of("window.data.find.none") : value.get();
      }

      @Override
      public Optional<String> fromString(String typed) {
        throw new UnsupportedOperationException("labels are picked, not typed");
      }
    };
  }
}
