package org.shilpi.ui.label;

import atlantafx.base.controls.Spacer;
import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Glyphs;
import org.shilpi.ui.control.LabelTag;
import org.shilpi.ui.control.WordText;

/// The newest decisions; a click opens the text again.
final class DecisionsCard extends VBox {
  private final Messages words;
  private final LongConsumer open;
  private final VBox rows = new VBox();
  private final Label how;

  DecisionsCard(Messages words, LongConsumer open) {
    super(4);
    this.words = words;
    this.open = open;
    getStyleClass().addAll("card", "decisions");
    setId("decisions");
    setMinHeight(USE_PREF_SIZE);
    Label title = new Label(words.of("label.recent"));
    title.getStyleClass().add("title-4");
    title.setMinWidth(USE_PREF_SIZE);
    how = new Label(words.of("label.recent.how"));
    how.getStyleClass().addAll("text-caption", "text-subtle");
    HBox top = new HBox(8, title, new Spacer(), how);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("decisions-top");
    getChildren().addAll(top, rows);
  }

  void show(Desk desk) {
    rows.getChildren().clear();
    how.setVisible(!desk.recent().isEmpty());
    if (desk.recent().isEmpty()) {
      WordText none = new WordText(words.of("label.recent.none"), "text-small", "text-muted");
      rows.getChildren().add(none);
    }
    for (int i = 0; i < desk.recent().size(); i++) {
      rows.getChildren().add(row(desk, desk.recent().get(i), i == desk.place()));
    }
  }

  private Button row(Desk desk, Desk.Decided decided, boolean onTheDesk) {
    Label title = new Label(Glyphs.plain(decided.title()));
    title.getStyleClass().addAll("text-small", "text-muted");
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    String label = desk.labels().get(decided.label()).name();
    HBox line = new HBox(8, title, new LabelTag(Tags.brief(label), decided.label()));
    line.setAlignment(Pos.CENTER_LEFT);
    Button row = new Button();
    row.getStyleClass().add("decision");
    if (onTheDesk) {
      row.getStyleClass().add("open");
    }
    row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    row.setGraphic(line);
    row.setMaxWidth(Double.MAX_VALUE);
    row.setMinWidth(0);
    line.prefWidthProperty().bind(row.widthProperty().subtract(16));
    line.setMaxWidth(USE_PREF_SIZE);
    line.setMinWidth(0);
    row.setAccessibleText(title.getText() + ": " + label);
    row.setOnAction(event -> open.accept(decided.number()));
    return row;
  }
}
