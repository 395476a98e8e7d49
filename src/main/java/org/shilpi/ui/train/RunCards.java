package org.shilpi.ui.train;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import org.shilpi.text.Messages;

/// All runs in a row, newest first, on one scale.
final class RunCards extends ScrollPane {
  private static final double STEP = 0.1;

  RunCards(List<RunFacts> runs, long chosen, Messages words, Consumer<RunFacts> picked) {
    getStyleClass().add("run-cards");
    setVbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    double least =
        runs.stream()
            .flatMap(run -> run.accuracy().map(run::around).stream())
            .filter(interval -> !interval.isUnknown())
            .mapToDouble(interval -> interval.low())
            .min()
            .orElse(0);
    double from = Math.min(1 - STEP, Math.floor(least / STEP) * STEP);
    HBox row = new HBox(12);
    for (RunFacts run : runs) {
      RunCard card = new RunCard(run, run.id() == chosen, from, words);
      card.setOnAction(event -> {
        card.setSelected(run.id() == chosen);
        picked.accept(run);
      });
      row.getChildren().add(card);
    }
    setContent(row);
    setMinHeight(USE_PREF_SIZE);
  }
}
