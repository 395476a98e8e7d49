package org.shilpi.ui.train;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.train.Knobs;
import org.shilpi.train.Method;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;

/// The knobs, closed at first: chips with what is set; open: a field for each.
final class KnobsPane extends TitledPane {
  private record Knob(String name, String title, String hint, String standard) {}

  private static final double FIELD_WIDTH = 256;

  private final Messages words;
  private final Consumer<TrainingChoice> changed;
  private final FlowPane chips = new FlowPane(8, 6);
  private final WordText wrong = new WordText("", "text-small", "text-danger");
  private TrainingChoice choice;

  KnobsPane(TrainingChoice choice, Messages words, Consumer<TrainingChoice> changed) {
    this.words = words;
    this.changed = changed;
    this.choice = choice;
    getStyleClass().add("knobs");
    setId("knobs");
    setExpanded(false);
    Label title = new Label(words.of("window.train.knobs"));
    title.getStyleClass().addAll("text-bold");
    Label below = new Label(words.of("window.train.knobs.below"));
    below.getStyleClass().addAll("text-caption", "text-subtle");
    VBox naming = new VBox(title, below);
    naming.setMinWidth(USE_PREF_SIZE);
    naming.setAlignment(Pos.CENTER_LEFT);
    chips.setAlignment(Pos.CENTER_LEFT);
    chips.setPrefWrapLength(620);
    HBox head = new HBox(14, Icon.of("mdomz-tune"), naming, chips);
    head.setAlignment(Pos.CENTER_LEFT);
    setGraphic(head);
    FlowPane fields = new FlowPane(16, 14);
    fields.setRowValignment(VPos.TOP);
    knobs(choice.method()).forEach((name, knob) -> fields.getChildren().add(field(knob)));
    setContent(new VBox(12, fields, wrong));
    show(choice);
  }

  /// Shows a choice of the same method.
  void show(TrainingChoice newChoice) {
    choice = newChoice;
    chips.getChildren().clear();
    knobs(choice.method())
        .forEach((name, knob) -> {
          boolean own = !value(knob).equals(knob.standard());
          if (own || chips.getChildren().size() < 4) {
            chips
                .getChildren()
                .add(new Chip(knob.title() + " " + value(knob), own ? "accent" : "plain"));
          }
        });
    wrong.show(choice.problem().map(words::explain).orElse(""));
    wrong.setManaged(choice.problem().isPresent());
  }

  private VBox field(Knob knob) {
    Label title = new Label(knob.title());
    title.getStyleClass().addAll("text-small", "text-bold");
    TextField field = new TextField(value(knob));
    field.setId("knob-" + knob.name());
    field.setPromptText(knob.standard());
    field.setMaxWidth(150);
    title.setLabelFor(field);
    field
        .textProperty()
        .addListener((property, before, now) -> {
          field.pseudoClassStateChanged(
              Styles.STATE_DANGER,
              TrainingChoice.standard()
                  .with(choice.method())
                  .with(knob.name(), now)
                  .problem()
                  .isPresent());
          changed.accept(choice.with(knob.name(), now));
        });
    WordText hint = new WordText(knob.hint(), "text-caption", "text-subtle");
    VBox box = new VBox(4, title, field, hint);
    box.setPrefWidth(FIELD_WIDTH);
    return box;
  }

  private String value(Knob knob) {
    return switch (knob.name()) {
      case "passes" -> choice.passes();
      case "seed" -> choice.seed();
      default -> choice.knobs().getOrDefault(knob.name(), knob.standard());
    };
  }

  /// First those that matter most. A quick run has neither passes nor steps.
  private Map<String, Knob> knobs(Method method) {
    TrainingChoice usual = TrainingChoice.standard();
    Map<String, String> standards = new LinkedHashMap<>();
    if (method == Method.QUICK) {
      standards.put("maxLength", "");
      standards.put("seed", usual.seed());
      standards.put("pooling", "");
    } else {
      standards.put("passes", usual.passes());
      standards.put("learningRate", "");
      standards.put("maxLength", "");
      standards.put("seed", usual.seed());
    }
    Knobs.standards(method)
        .forEach((name, standard) -> {
          boolean used =
              method == Method.QUICK
                  ? standards.containsKey(name)
                  : method == Method.BALANCED || !name.startsWith("lora");
          if (used) {
            standards.put(name, standard);
          }
        });
    Map<String, Knob> knobs = new LinkedHashMap<>();
    standards.forEach((name, standard) ->
        KnobWords.of(name, words)
            .ifPresent(
                said -> knobs.put(name, new Knob(name, said.title(), said.hint(), standard))));
    return knobs;
  }
}
