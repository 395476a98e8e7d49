package org.shilpi.ui.label;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.LabelTag;
import org.shilpi.ui.control.WordText;

/// In the place of the text when every text has a label.
final class DoneCard extends VBox {
  private static final int MOST_TAGS = 24;

  private final Messages words;
  private final Runnable look;

  DoneCard(Messages words, Runnable look) {
    super(14);
    this.words = words;
    this.look = look;
    getStyleClass().addAll("card", "all-labeled");
    setId("all-labeled");
    setFocusTraversable(true);
    setAlignment(Pos.CENTER);
  }

  void show(Desk desk) {
    FlowPane labels = new FlowPane(8, 8);
    labels.setAlignment(Pos.CENTER);
    labels.setMaxWidth(480);
    for (int i = 0; i < Math.min(MOST_TAGS, desk.labels().size()); i++) {
      Desk.Counted label = desk.labels().get(i);
      labels
          .getChildren()
          .add(
              new LabelTag(
                  words.of("label.done.count", Tags.brief(label.name()), label.texts()), i));
    }
    WordText title = middle(words.of("label.done", desk.texts()), "title-3");
    WordText below = middle(words.of("label.done.below"), "text-muted");
    Button back = new Button(words.of("label.done.look"), Icon.of("mdoal-arrow_back"));
    back.setId("look-through");
    back.setOnAction(event -> look.run());
    getChildren()
        .setAll(Icon.of("mdal-check_circle", "large", "success"), title, below, labels, back);
  }

  private static WordText middle(String words, String style) {
    WordText text = new WordText(words, style);
    text.setTextAlignment(TextAlignment.CENTER);
    text.setMaxWidth(480);
    return text;
  }
}
