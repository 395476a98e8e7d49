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
import org.shilpi.ui.control.WordText;
import org.shilpi.ui.shell.Phrases;

/// The two tables of the page of data.
final class TextsTable {
  private TextsTable() {}

  static TableView<TextRow> texts(ObservableList<TextRow> rows, Messages words) {
    TableView<TextRow> table = table(rows, "texts", words);
    table
        .getColumns()
        .setAll(
            List.of(
                narrow(
                    64, column(words.of("window.data.column.number"), row -> number(row.number()))),
                column(words.of("window.data.column.text"), row -> Glyphs.plain(row.text())),
                labels(words),
                narrow(90, column(words.of("window.data.column.use"), row -> use(row, words)))));
    return table;
  }

  static TableView<StayedOut> stayedOut(List<StayedOut> rows, Messages words) {
    TableView<StayedOut> table = table(FXCollections.observableList(rows), "stayed-out", words);
    table
        .getColumns()
        .setAll(
            List.of(
                narrow(64, column(words.of("window.data.column.row"), row -> number(row.row()))),
                reasons(words),
                column(words.of("window.data.column.raw"), row -> Glyphs.plain(row.raw())),
                narrow(150, column(words.of("window.data.column.file"), StayedOut::source))));
    return table;
  }

  private static <T> TableView<T> table(ObservableList<T> rows, String id, Messages words) {
    TableView<T> table = new TableView<>(rows);
    table.setId(id);
    table.getStyleClass().addAll("dense", "edge-to-edge");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table.setPlaceholder(new Label(words.of("window.data.nothing")));
    return table;
  }

  private static <T> TableColumn<T, String> column(String title, Function<T, String> value) {
    TableColumn<T, String> column = new TableColumn<>(title);
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())).getReadOnlyProperty());
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  /// Columns of a known width leave the rest to the others.
  private static <T, V> TableColumn<T, V> narrow(double width, TableColumn<T, V> column) {
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setMaxWidth(width);
    return column;
  }

  /// Reasons are sentences with their cure: they wrap.
  private static TableColumn<StayedOut, String> reasons(Messages words) {
    TableColumn<StayedOut, String> column =
        column(words.of("window.data.column.why"), row -> row.reason(words));
    column.setCellFactory(view ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable String reason, boolean empty) {
            super.updateItem(reason, empty);
            if (reason == null || empty) {
              setGraphic(null);
            } else {
              WordText text = new WordText(reason, "text-small");
              text.prefWidthProperty().bind(column.widthProperty().subtract(20));
              setGraphic(text);
            }
          }
        });
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
    column.setSortable(false);
    column.setReorderable(false);
    return narrow(150, column);
  }

  private static String use(TextRow row, Messages words) {
    return row.text().isEmpty() ? "" : Phrases.part(words, row.split());
  }

  private static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
