package org.shilpi.ui.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.RangeBar;

/// The pairs of labels that are mixed up most, where a map would have too many cells: first the
/// worst, all on demand.
final class WorstPairs extends ScrollPane {
  private static final int FIRST = 12;
  private static final double BAR = 64;

  private final List<String> labels;
  private final int[][] confusion;
  private final Messages words;
  private final Consumer<Cell> picked;

  WorstPairs(
      List<String> labels,
      int[][] confusion,
      Optional<Cell> chosen,
      Messages words,
      Consumer<Cell> picked) {
    this.labels = labels;
    this.confusion = confusion;
    this.words = words;
    this.picked = picked;
    getStyleClass().add("worst-pairs");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    List<Cell> all = Cell.mistakes(confusion);
    boolean far = chosen.isPresent() && all.indexOf(chosen.get()) >= FIRST;
    show(all, chosen, far);
  }

  private void show(List<Cell> all, Optional<Cell> chosen, boolean everything) {
    VBox rows = new VBox(4);
    int most = all.isEmpty() ? 1 : all.getFirst().count(confusion);
    all.stream()
        .limit(everything ? Long.MAX_VALUE : FIRST)
        .forEach(cell -> rows.getChildren().add(row(cell, most, chosen)));
    if (!everything && all.size() > FIRST) {
      Button more = new Button(words.of("window.evaluate.pairs.all", all.size()));
      more.getStyleClass().addAll("flat", "small");
      more.setOnAction(event -> show(all, chosen, true));
      rows.getChildren().add(more);
    }
    setContent(rows);
  }

  private ToggleButton row(Cell cell, int most, Optional<Cell> chosen) {
    int count = cell.count(confusion);
    String pair =
        words.of("window.evaluate.pair", labels.get(cell.truth()), labels.get(cell.answer()));
    Label name = new Label(pair);
    name.getStyleClass().add("text-small");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    RangeBar bar = new RangeBar(0, most, 0, count, count);
    bar.getStyleClass().add("danger");
    bar.setMinWidth(BAR);
    bar.setMaxWidth(BAR);
    Label number = new Label(Integer.toString(count));
    number.getStyleClass().addAll("text-small", "text-bold");
    number.setMinWidth(28);
    HBox line = new HBox(12, name, bar, number);
    line.setAlignment(Pos.CENTER_LEFT);
    ToggleButton button = new ToggleButton();
    button.getStyleClass().addAll("pair");
    button.setGraphic(line);
    line.prefWidthProperty().bind(widthProperty().subtract(48));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setSelected(chosen.equals(Optional.of(cell)));
    button.setAccessibleText(pair + ": " + count);
    button.setOnAction(event -> picked.accept(cell));
    return button;
  }
}
