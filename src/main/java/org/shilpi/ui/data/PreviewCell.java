package org.shilpi.ui.data;

import atlantafx.base.controls.Spacer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.LabelTag;
import org.shilpi.ui.control.WordText;

/// A row of the file as a small card: two lines of its text, and its label.
final class PreviewCell extends GridCell<PreviewText> {
  private final Messages words;
  private final double twoLines;

  PreviewCell(Messages words) {
    this.words = words;
    // Lines stand wider apart in Hindi, and half a third line must not peep in.
    this.twoLines = "hi".equals(words.locale().getLanguage()) ? 42 : 37;
  }

  @Override
  protected void updateItem(@Nullable PreviewText item, boolean empty) {
    super.updateItem(item, empty);
    setGraphic(item == null || empty ? null : card(item));
  }

  private VBox card(PreviewText item) {
    Label number = new Label(words.of("window.data.row", item.number()));
    number.getStyleClass().addAll("text-caption", "text-subtle");
    HBox head = new HBox(8, number, new Spacer());
    head.setMinHeight(22);
    head.setAlignment(Pos.CENTER_LEFT);
    if (item.colour() >= 0) {
      head.getChildren().add(new LabelTag(item.label(), item.colour()));
    }
    boolean blank = item.text().isEmpty();
    WordText text =
        blank
            ? new WordText(words.of("window.data.no-text"), "text-small", "text-warning")
            : new WordText(item.text(), "text-small", "text-muted");
    text.setMinHeight(twoLines);
    text.setMaxHeight(twoLines);
    Rectangle clip = new Rectangle(0, 0, 0, twoLines);
    clip.widthProperty().bind(text.widthProperty());
    text.setClip(clip);
    VBox card = new VBox(2, head, text);
    card.getStyleClass().addAll("card", "preview-card");
    card.setPrefSize(getGridView().getCellWidth(), getGridView().getCellHeight());
    return card;
  }
}
