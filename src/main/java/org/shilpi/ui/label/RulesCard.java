package org.shilpi.ui.label;

import atlantafx.base.controls.Spacer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shilpi.label.Guidelines;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.KeyCap;
import org.shilpi.ui.control.WordText;

/// The guidelines beside the text, as much of them as there is room for.
final class RulesCard extends VBox {
  private final RulesText text = new RulesText();
  private final ScrollPane scroll = new ScrollPane(text);
  private final WordText none;
  private final Button open;
  private final Messages words;

  RulesCard(Messages words, Runnable show) {
    super(8);
    this.words = words;
    getStyleClass().addAll("card", "rules");
    setId("rules");
    Label title = new Label(words.of("label.rules"));
    title.getStyleClass().add("title-4");
    open = new Button(words.of("label.rules.write"), Icon.of("mdoal-article", "small"));
    open.getStyleClass().addAll("small", "flat");
    open.setId("open-rules");
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(event -> show.run());
    HBox top = new HBox(8, title, new Spacer(), open, new KeyCap("G"));
    top.setAlignment(Pos.CENTER_LEFT);
    none = new WordText(words.of("label.rules.none"), "text-small", "text-muted");
    scroll.getStyleClass().add("bare");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setMinHeight(0);
    text.setPadding(new Insets(0, 8, 0, 0));
    // Wrapped words tell their height only once they have their width.
    text.heightProperty()
        .addListener((property, before, now) -> scroll.setPrefHeight(now.doubleValue() + 2));
    getChildren().addAll(top, none, scroll);
  }

  void show(Guidelines guidelines) {
    boolean empty = guidelines.rules().isEmpty();
    text.show(guidelines.rules());
    open.setText(words.of(empty ? "label.rules.write" : "label.rules.open"));
    none.setVisible(empty);
    none.setManaged(empty);
    scroll.setVisible(!empty);
    scroll.setManaged(!empty);
    scroll.setVvalue(0);
  }
}
