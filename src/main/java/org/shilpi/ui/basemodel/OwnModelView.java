package org.shilpi.ui.basemodel;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;

/// The place for a model from elsewhere: what it must hold, and the way to bring it.
final class OwnModelView extends VBox {
  OwnModelView(Messages words, Runnable choose) {
    super(10);
    getStyleClass().addAll("card", "dashed");
    Label title = new Label(words.of("window.model.own"), Icon.of("mdoal-folder_open"));
    title.setGraphicTextGap(8);
    title.getStyleClass().add("title-4");
    Button bring = new Button(words.of("window.model.choose-folder"));
    bring.getStyleClass().add("small");
    bring.setOnAction(event -> choose.run());
    getChildren()
        .addAll(
            title,
            new WordText(words.of("window.model.own.about"), "text-small", "text-muted"),
            new WordText(words.of("window.model.own.files"), "text-small", "text-muted"),
            bring);
  }
}
