package org.shilpi.ui.basemodel;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;

/// The place for a model from elsewhere: what it must hold, and the way to bring it.
final class OwnModelView extends VBox {
  OwnModelView(Messages words, Runnable folder, Runnable zip) {
    super(10);
    getStyleClass().addAll("card", "dashed");
    Label title = new Label(words.of("window.model.own"), Icon.of("mdoal-folder_open"));
    title.setGraphicTextGap(8);
    title.getStyleClass().add("title-4");
    FlowPane bring =
        new FlowPane(
            8,
            8,
            button(words.of("window.model.choose-folder"), folder),
            button(words.of("window.model.choose-zip"), zip));
    getChildren()
        .addAll(
            title,
            new WordText(words.of("window.model.own.about"), "text-small", "text-muted"),
            new WordText(words.of("window.model.own.files"), "text-small", "text-muted"),
            bring);
  }

  private static Button button(String name, Runnable action) {
    Button button = new Button(name);
    button.getStyleClass().add("small");
    button.setOnAction(event -> action.run());
    return button;
  }
}
