package org.shilpi.ui.evaluate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shilpi.evaluate.ClassScore;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.LabelTag;
import org.shilpi.ui.control.RangeBar;

/// Every label with its numbers; a click on a head sorts.
final class LabelTable extends VBox {
  private static final double NARROWEST = 124;
  private static final double ROW = 34;
  private static final int MOST_ROWS = 12;

  private final List<String> labels;

  /// @param labels of the project, in its order
  /// @param scores one a label; where nobody knows the false alarms they are NaN and not shown
  LabelTable(List<String> labels, List<ClassScore> scores, Messages words) {
    super(8);
    this.labels = labels;
    getStyleClass().add("card");
    Label title = new Label(words.of("window.evaluate.table"));
    title.getStyleClass().add("title-4");
    TableView<ClassScore> table = new TableView<>();
    table.setId("per-label");
    table.getStyleClass().add("dense");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table.setFixedCellSize(ROW);
    int rows = Math.min(MOST_ROWS, scores.size());
    table.setMinHeight(34 + rows * ROW + 4);
    table.setPrefHeight(34 + rows * ROW + 4);
    TableColumn<ClassScore, ClassScore> name =
        column(words.of("window.evaluate.column.label"), words.of("window.evaluate.column.label"));
    name.setMinWidth(150);
    name.setCellFactory(column -> new NameCell());
    name.setComparator((one, other) -> one.label().compareToIgnoreCase(other.label()));
    TableColumn<ClassScore, ClassScore> found =
        column(
            words.of("window.evaluate.column.found"),
            words.of("window.evaluate.column.found.term"));
    found.setMinWidth(170);
    found.setCellFactory(column -> new FoundCell());
    found.setComparator((one, other) -> Double.compare(one.recall(), other.recall()));
    table.getColumns().add(name);
    table.getColumns().add(number(words, "texts", ClassScore::support));
    table.getColumns().add(found);
    table.getColumns().add(share(words, "precise", ClassScore::precision));
    table.getColumns().add(share(words, "f1", ClassScore::f1));
    if (scores.stream().anyMatch(score -> !Double.isNaN(score.falsePositiveRate()))) {
      table.getColumns().add(share(words, "alarms", ClassScore::falsePositiveRate));
    }
    table.getColumns().add(share(words, "missed", ClassScore::falseNegativeRate));
    table.getItems().setAll(scores);
    found.setSortType(TableColumn.SortType.ASCENDING);
    table.getSortOrder().add(found);
    getChildren().addAll(title, table);
  }

  private static TableColumn<ClassScore, Double> share(
      Messages words, String key, ToDoubleFunction<ClassScore> value) {
    TableColumn<ClassScore, Double> column = values(words, key, value);
    column.setCellFactory(ignored ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable Double item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : Tiles.percent(item));
          }
        });
    return column;
  }

  private static TableColumn<ClassScore, Double> number(
      Messages words, String key, ToDoubleFunction<ClassScore> value) {
    TableColumn<ClassScore, Double> column = values(words, key, value);
    column.setCellFactory(ignored ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable Double item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : Integer.toString(item.intValue()));
          }
        });
    return column;
  }

  private static TableColumn<ClassScore, Double> values(
      Messages words, String key, ToDoubleFunction<ClassScore> value) {
    TableColumn<ClassScore, Double> column = new TableColumn<>();
    head(
        column,
        words.of("window.evaluate.column." + key),
        words.of("window.evaluate.column." + key + ".term"));
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
    column.setMinWidth(NARROWEST);
    return column;
  }

  private static TableColumn<ClassScore, ClassScore> column(String title, String term) {
    TableColumn<ClassScore, ClassScore> column = new TableColumn<>();
    head(column, title, term);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    return column;
  }

  private static void head(TableColumn<?, ?> column, String title, String term) {
    Label label = new Label(title);
    label.setTooltip(new Tooltip(term));
    label.setAccessibleText(title + ", " + term);
    column.setGraphic(label);
    column.setReorderable(false);
  }

  private final class NameCell extends TableCell<ClassScore, ClassScore> {
    @Override
    protected void updateItem(@Nullable ClassScore item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(
          empty || item == null ? null : new LabelTag(item.label(), labels.indexOf(item.label())));
    }
  }

  private static final class FoundCell extends TableCell<ClassScore, ClassScore> {
    @Override
    protected void updateItem(@Nullable ClassScore item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null || item.recallInterval().isUnknown()) {
        setGraphic(null);
        return;
      }
      RangeBar bar =
          new RangeBar(
              0, 1, item.recallInterval().low(), item.recall(), item.recallInterval().high());
      HBox.setHgrow(bar, Priority.ALWAYS);
      Label number = new Label(Tiles.percent(item.recall()));
      number.getStyleClass().addAll("text-small", "text-bold");
      number.setMinWidth(58);
      HBox row = new HBox(10, number, bar);
      row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
      setGraphic(row);
      setAccessibleText(item.label() + ": " + number.getText());
    }
  }
}
