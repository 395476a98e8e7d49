package org.shilpi.ui.data;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Glyphs;
import org.shilpi.ui.control.LabelTag;

/// The two tables of the page of data.
final class TextsTable {
  private TextsTable() {}

  static TableView<TextRow> texts(ObservableList<TextRow> rows, Messages words) {
    TableView<TextRow> table = table(rows, "texts", words);
    table
        .getColumns()
        .setAll(
            List.of(
                column(words.of("window.data.column.number"), 64, row -> number(row.number())),
                column(words.of("window.data.column.text"), 480, row -> Glyphs.plain(row.text())),
                labels(words),
                column(words.of("window.data.column.use"), 120, row -> use(row, words))));
    return table;
  }

  static TableView<StayedOut> stayedOut(List<StayedOut> rows, Messages words) {
    TableView<StayedOut> table = table(FXCollections.observableList(rows), "stayed-out", words);
    table
        .getColumns()
        .setAll(
            List.of(
                column(words.of("window.data.column.row"), 64, row -> number(row.row())),
                column(words.of("window.data.column.why"), 380, row -> row.reason(words)),
                column(words.of("window.data.column.raw"), 240, row -> Glyphs.plain(row.raw())),
                column(words.of("window.data.column.file"), 140, StayedOut::source)));
    return table;
  }

  private static <T> TableView<T> table(ObservableList<T> rows, String id, Messages words) {
    TableView<T> table = new TableView<>(rows);
    table.setId(id);
    table.getStyleClass().addAll("dense", "edge-to-edge");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(new Label(words.of("window.data.nothing")));
    return table;
  }

  private static <T> TableColumn<T, String> column(
      String title, double width, Function<T, String> value) {
    TableColumn<T, String> column = new TableColumn<>(title);
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())).getReadOnlyProperty());
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static TableColumn<TextRow, TextRow> labels(Messages words) {
    TableColumn<TextRow, TextRow> column = new TableColumn<>(words.of("window.data.column.label"));
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(cell.getValue()).getReadOnlyProperty());
    column.setCellFactory(view ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable TextRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(
                row == null || empty || row.colour() < 0
                    ? null
                    : new LabelTag(row.label(), row.colour()));
          }
        });
    column.setPrefWidth(180);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static String use(TextRow row, Messages words) {
    return row.text().isEmpty()
        ? ""
        : words.of(
            switch (row.split()) {
              case NONE -> "window.data.part.none";
              case TRAIN -> "window.data.part.train";
              case VALIDATION -> "window.data.part.validation";
              case TEST -> "window.data.part.test";
            });
  }

  private static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
