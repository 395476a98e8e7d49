package org.shilpi.ui.evaluate;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Glyphs;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.LabelTag;
import org.shilpi.ui.control.WordText;

/// The texts of one cell: a list, and the chosen one in full.
final class TextsCard extends VBox {
  private static final int LONGEST_LINE = 300;
  private static final double ROW = 31;
  private static final int MOST_ROWS = 3;

  private final Messages words;
  private final Label title = new Label();
  private final HBox pair = new HBox(8);
  private final ListView<MixedUp> list = new ListView<>();
  private final WordText whole = new WordText("", "text-small");

  TextsCard(Messages words) {
    super(8);
    this.words = words;
    getStyleClass().addAll("card", "texts-card");
    title.getStyleClass().add("title-4");
    pair.setAlignment(Pos.CENTER_LEFT);
    list.setId("mixed-up");
    list.setCellFactory(view -> new Line());
    ScrollPane reading = new ScrollPane(whole);
    reading.getStyleClass().add("reading");
    reading.setFitToWidth(true);
    reading.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    reading.setMinHeight(64);
    reading.setPrefHeight(84);
    VBox.setVgrow(reading, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> whole.show(now == null ? "" : now.text()));
    getChildren().addAll(title, pair, list, reading);
  }

  /// @param labels names in the order of their numbers
  void show(Optional<Cell> cell, List<MixedUp> texts, List<String> labels) {
    pair.getChildren().clear();
    cell.ifPresent(at -> {
      title.setText(
          words.of(
              at.right() ? "window.evaluate.texts.right" : "window.evaluate.texts", texts.size()));
      pair.getChildren().add(new LabelTag(labels.get(at.truth()), at.truth()));
      if (!at.right()) {
        pair.getChildren()
            .addAll(
                Icon.of("mdoal-arrow_forward", "small"),
                new LabelTag(labels.get(at.answer()), at.answer()));
      }
    });
    list.getItems().setAll(texts);
    double height = ROW * Math.clamp(texts.size(), 1, MOST_ROWS);
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.getSelectionModel().selectFirst();
  }

  private final class Line extends ListCell<MixedUp> {
    private final Label text = new Label();
    private final Label sure = new Label();
    private final HBox row = new HBox(12, text, grow(), sure);

    Line() {
      text.getStyleClass().add("text-small");
      text.setMinWidth(0);
      sure.getStyleClass().addAll("text-caption", "text-subtle");
      sure.setMinWidth(Region.USE_PREF_SIZE);
      row.setAlignment(Pos.CENTER_LEFT);
      row.prefWidthProperty().bind(list.widthProperty().subtract(40));
      row.setMaxWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable MixedUp item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      String line = item.text().strip().replaceAll("\\s+", " ");
      text.setText(Glyphs.plain(line.substring(0, Math.min(LONGEST_LINE, line.length()))));
      sure.setText(
          words.of("window.evaluate.how-sure", Long.toString(Math.round(item.sure() * 100))));
      setGraphic(row);
    }

    private static Region grow() {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      return gap;
    }
  }
}
