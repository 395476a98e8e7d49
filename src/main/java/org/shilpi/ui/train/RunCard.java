package org.shilpi.ui.train;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.evaluate.Interval;
import org.shilpi.text.Messages;
import org.shilpi.train.RunState;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.RangeBar;
import org.shilpi.ui.shell.Phrases;

/// One run in the row of runs: name, when, score with its interval, or its state.
final class RunCard extends ToggleButton {
  static final double WIDTH = 286;

  /// @param from left end of the score's scale, the same for all cards
  RunCard(RunFacts run, boolean chosen, double from, Messages words) {
    getStyleClass().addAll("run-card", "card");
    setId("run-" + run.id());
    setSelected(chosen);
    if (chosen) {
      getStyleClass().add("chosen");
    }
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    String name = name(run, words);
    Label title = new Label(name);
    title.getStyleClass().addAll("text-small", "text-bold");
    Label when = new Label(when(run, words));
    when.getStyleClass().addAll("text-caption", "text-subtle");
    VBox left = new VBox(2, title, when);
    left.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(left, Priority.ALWAYS);
    VBox right = new VBox(4);
    right.setAlignment(Pos.CENTER_RIGHT);
    String state = words.of("run.state." + run.state().name().toLowerCase(java.util.Locale.ROOT));
    Optional<Double> accuracy = run.accuracy();
    if (accuracy.isPresent()) {
      Interval interval = run.around(accuracy.get());
      Label score = new Label(Phrases.percent(accuracy.get()));
      score.getStyleClass().addAll("text-small", "text-bold");
      right.getChildren().add(score);
      if (!interval.isUnknown()) {
        RangeBar bar = new RangeBar(from, 1, interval.low(), accuracy.get(), interval.high());
        bar.setPrefWidth(88);
        right.getChildren().add(bar);
      }
    } else {
      right.getChildren().add(new Chip(state, "small", tone(run.state())));
    }
    right.setMinWidth(USE_PREF_SIZE);
    setAccessibleText(
        name + ", " + accuracy.map(Phrases::percent).orElse(state) + ", " + when.getText());
    HBox row = new HBox(12, left, right);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPrefWidth(WIDTH - 32);
    setGraphic(row);
  }

  static String name(RunFacts run, Messages words) {
    return Phrases.run(words, run.run());
  }

  private static String when(RunFacts run, Messages words) {
    String started =
        DateTimeFormatter.ofPattern("d MMM, HH:mm", words.locale())
            .withZone(ZoneId.systemDefault())
            .format(run.run().started());
    return run.parts().isEmpty()
        ? started
        : words.of("window.train.run.when", started, run.learnedFrom());
  }

  private static String tone(RunState state) {
    return switch (state) {
      case RUNNING -> "accent";
      case INTERRUPTED, CANCELLED -> "warning";
      case FAILED -> "danger";
      case DONE -> "success";
    };
  }
}
