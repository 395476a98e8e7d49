package org.shilpi.ui.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import org.shilpi.text.Messages;

/// Rows: what people said; columns: what the model says. Tab enters it once, arrow keys walk it,
/// Enter or Space chooses a cell.
final class ConfusionMap extends GridPane {
  /// From here on columns are too narrow for names and get numbers.
  private static final int MOST_NAMED = 8;

  /// Lower ends of the steps of colour, as shares of the row.
  private static final double[] STEPS = {0.15, 0.3, 0.45, 0.6, 0.85};

  private final List<String> labels;
  private final int[][] confusion;
  private final Messages words;
  private final Consumer<Cell> picked;
  private final Map<Cell, Button> buttons = new HashMap<>();
  private Cell walker;

  /// @param shares whether cells show shares of their row in percent, else counts
  ConfusionMap(
      List<String> labels,
      int[][] confusion,
      boolean shares,
      Optional<Cell> chosen,
      Messages words,
      Consumer<Cell> picked) {
    super(2, 2);
    this.labels = labels;
    this.confusion = confusion;
    this.words = words;
    this.picked = picked;
    this.walker = chosen.orElse(new Cell(0, 0));
    getStyleClass().add("confusion-map");
    ColumnConstraints names = new ColumnConstraints(60, USE_COMPUTED_SIZE, 150);
    names.setHalignment(HPos.RIGHT);
    getColumnConstraints().add(names);
    getRowConstraints().addAll(new RowConstraints(18), new RowConstraints(20));
    Label says = styled(words.of("window.evaluate.map.says"), "text-caption", "text-muted");
    says.setMinWidth(USE_PREF_SIZE);
    GridPane.setHalignment(says, HPos.LEFT);
    add(says, 1, 0, labels.size(), 1);
    for (int i = 0; i < labels.size(); i++) {
      ColumnConstraints column = new ColumnConstraints(16, 30, 112);
      column.setHgrow(Priority.ALWAYS);
      column.setHalignment(HPos.CENTER);
      getColumnConstraints().add(column);
      RowConstraints row = new RowConstraints(20, 44, 60);
      row.setVgrow(Priority.ALWAYS);
      getRowConstraints().add(row);
      add(name(i, false), 0, i + 2);
      add(name(i, true), i + 1, 1);
      for (int k = 0; k < labels.size(); k++) {
        add(cell(new Cell(i, k), shares, chosen), k + 1, i + 2);
      }
    }
    addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
  }

  private Label name(int index, boolean column) {
    boolean named = labels.size() <= MOST_NAMED;
    String number = Integer.toString(index + 1);
    String text = named ? labels.get(index) : column ? number : number + " " + labels.get(index);
    Label label = styled(text, "text-caption", "text-muted");
    label.setTooltip(new Tooltip(labels.get(index)));
    GridPane.setMargin(label, new Insets(0, column ? 2 : 8, 0, column ? 2 : 0));
    return label;
  }

  private Node cell(Cell cell, boolean shares, Optional<Cell> chosen) {
    int count = cell.count(confusion);
    double share = cell.share(confusion);
    String figure = shares ? Long.toString(Math.round(share * 100)) : Integer.toString(count);
    Button button = new Button(count == 0 ? "" : figure);
    button.getStyleClass().add("cell");
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.setMinSize(0, 0);
    button.setAccessibleText(spoken(cell, count));
    button.setTooltip(new Tooltip(spoken(cell, count)));
    button.setFocusTraversable(cell.equals(walker));
    button.setId("cell-" + cell.truth() + "-" + cell.answer());
    button.setOnAction(event -> picked.accept(cell));
    button
        .focusedProperty()
        .addListener((property, before, now) -> {
          if (now) {
            walkTo(cell);
          }
        });
    if (chosen.equals(Optional.of(cell))) {
      button.getStyleClass().add("chosen");
    }
    buttons.put(cell, button);
    Region fill = new Region();
    fill.getStyleClass().add("fill");
    if (count > 0) {
      String step = "step-" + step(share);
      fill.getStyleClass().addAll(cell.right() ? "good" : "bad", step);
      button.getStyleClass().addAll(cell.right() ? "good" : "bad", step);
    }
    StackPane both = new StackPane(fill, button);
    both.setAlignment(Pos.CENTER);
    return both;
  }

  /// 1 to 6.
  private static int step(double share) {
    int step = 1;
    for (double edge : STEPS) {
      step += share >= edge ? 1 : 0;
    }
    return step;
  }

  private String spoken(Cell cell, int count) {
    return words.of(
        cell.right() ? "window.evaluate.cell.right" : "window.evaluate.cell.wrong",
        labels.get(cell.truth()),
        labels.get(cell.answer()),
        count);
  }

  private void walk(KeyEvent event) {
    Cell next =
        switch (event.getCode()) {
          case UP -> new Cell(walker.truth() - 1, walker.answer());
          case DOWN -> new Cell(walker.truth() + 1, walker.answer());
          case LEFT -> new Cell(walker.truth(), walker.answer() - 1);
          case RIGHT -> new Cell(walker.truth(), walker.answer() + 1);
          default -> walker;
        };
    if (!next.equals(walker)) {
      event.consume();
      Button button = buttons.get(next);
      if (button != null) {
        button.requestFocus();
      }
    }
  }

  /// Only one cell is a stop of the Tab key.
  private void walkTo(Cell cell) {
    Button before = buttons.get(walker);
    Button now = buttons.get(cell);
    if (before != null && now != null) {
      before.setFocusTraversable(false);
      now.setFocusTraversable(true);
      walker = cell;
    }
  }

  private static Label styled(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }
}
