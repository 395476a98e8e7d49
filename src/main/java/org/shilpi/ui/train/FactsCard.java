package org.shilpi.ui.train;

import java.time.Duration;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.train.TrainingResult;
import org.shilpi.ui.shell.Phrases;

/// What a run learned from and what it took, measured.
final class FactsCard extends VBox {
  private static final double MEBI = 1024.0 * 1024.0;

  private final GridPane grid = new GridPane(12, 8);
  private final Messages words;
  private final String modelName;
  private int lines;

  FactsCard(RunFacts run, RunHistory history, String modelName, Messages words) {
    super(10);
    this.words = words;
    this.modelName = modelName;
    getStyleClass().add("card");
    Label title = new Label(words.of("window.train.facts"));
    title.getStyleClass().add("title-4");
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(new ColumnConstraints(), values);
    getChildren().addAll(title, grid);
    show(run, history);
  }

  void show(RunFacts run, RunHistory history) {
    grid.getChildren().clear();
    lines = 0;
    line(words.of("window.train.facts.model"), modelName);
    if (!run.parts().isEmpty()) {
      line(words.of("window.train.facts.learned"), count(run.learnedFrom()));
      if (!run.quick()) {
        line(words.of("window.train.facts.kept"), count(run.keptBack()));
      }
    }
    line(words.of("window.train.facts.seed"), Long.toString(run.run().spec().seed()));
    run.run().result().ifPresentOrElse(result -> measured(run, result), () -> soFar(history));
  }

  private void measured(RunFacts run, TrainingResult result) {
    if (!run.quick()) {
      line(words.of("window.train.facts.best"), Integer.toString(result.bestEpoch()));
    }
    Duration time = Duration.ofMillis(Math.round(result.seconds() * 1000));
    line(words.of("window.train.facts.time"), Phrases.duration(words, time));
    speed(result.examplesPerSecond());
    line(words.of("window.train.facts.memory"), Phrases.bytes(result.peakRssMb() * MEBI));
  }

  private void soFar(RunHistory history) {
    if (history.checkpoint() > 0) {
      line(words.of("window.train.facts.checkpoint"), count(history.checkpoint()));
    }
  }

  private void speed(double textsPerSecond) {
    if (textsPerSecond > 0) {
      String format = textsPerSecond < 10 ? "%.1f" : "%,.0f";
      line(
          words.of("window.train.facts.speed"),
          String.format(Locale.ENGLISH, format, textsPerSecond));
    }
  }

  private void line(String name, String value) {
    Label left = new Label(name);
    left.getStyleClass().addAll("text-small", "text-muted");
    Label right = new Label(value);
    right.getStyleClass().add("text-small");
    right.setMinWidth(USE_PREF_SIZE);
    grid.addRow(lines++, left, right);
  }

  private static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
