package org.shilpi.ui.data.privacy;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Glyphs;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;

/// What the project itself knows to be private or not: patterns, words, and decisions, each of
/// which can be taken back.
final class ListsCard extends VBox {
  private static final int MOST = 50;

  private final PrivacyViewModel model;
  private final Messages words;
  private final KindWords names;

  ListsCard(PrivacyViewModel.Gate gate, PrivacyViewModel model, Messages words) {
    super(10);
    this.model = model;
    this.words = words;
    this.names = new KindWords(words);
    getStyleClass().add("card");
    setId("privacy-lists");
    Label title = new Label(words.of("window.privacy.own"));
    title.getStyleClass().add("title-4");
    getChildren()
        .addAll(
            title,
            new WordText(words.of("window.privacy.own.below"), "text-small", "text-muted"),
            word(),
            pattern());
    gate.patterns().forEach(own -> getChildren().add(row(own)));
    List<PrivacyViewModel.Said> said = gate.said();
    said.stream().limit(MOST).forEach(one -> getChildren().add(row(one)));
    if (said.size() > MOST) {
      Label more = new Label(words.of("window.privacy.own.more", said.size() - MOST));
      more.getStyleClass().addAll("text-caption", "text-subtle");
      getChildren().add(more);
    }
  }

  private Node word() {
    TextField value = field("window.privacy.own.word", "own-word");
    Button add = new Button(words.of("window.privacy.own.add"));
    add.setId("add-word");
    add.setMinWidth(USE_PREF_SIZE);
    add.disableProperty().bind(value.textProperty().map(String::isBlank));
    add.setOnAction(event -> model.add(value.getText().strip()));
    value.setOnAction(event -> add.fire());
    HBox row = new HBox(8, value, add);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node pattern() {
    TextField name = field("window.privacy.own.name", "own-name");
    TextField regex = field("window.privacy.own.regex", "own-regex");
    Button add = new Button(words.of("window.privacy.own.add"));
    add.setId("add-pattern");
    add.setMinWidth(USE_PREF_SIZE);
    add.disableProperty()
        .bind(
            name.textProperty()
                .map(String::isBlank)
                .flatMap(blank -> regex.textProperty().map(text -> blank || text.isBlank())));
    add.setOnAction(
        event -> model.add(new PrivacyViewModel.Own(name.getText().strip(), regex.getText())));
    regex.setOnAction(event -> add.fire());
    HBox row = new HBox(8, name, regex, add);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private TextField field(String prompt, String id) {
    TextField field = new TextField();
    field.setPromptText(words.of(prompt));
    field.setAccessibleText(words.of(prompt));
    field.setId(id);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private Node row(PrivacyViewModel.Own own) {
    Label regex = new Label(own.regex());
    regex.getStyleClass().add("text-small");
    return row(
        List.of(new Label(own.name()), regex),
        new Chip(words.of("window.privacy.own.pattern"), "small"),
        () -> model.remove(own));
  }

  private Node row(PrivacyViewModel.Said said) {
    Label kind = new Label(names.name(said.kind()));
    kind.getStyleClass().addAll("text-small", "text-muted");
    return row(
        List.of(new Label(Glyphs.plain(said.value())), kind),
        new Chip(words.of(said.hidden() ? "window.privacy.yes" : "window.privacy.no"), "small"),
        () -> model.remove(said));
  }

  private Node row(List<Label> what, Chip chip, Runnable remove) {
    HBox left = new HBox(10);
    left.getChildren().addAll(what);
    left.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(left, Priority.ALWAYS);
    Button away = new Button("", Icon.of("mdoal-close"));
    away.getStyleClass().addAll("flat", "small", "remove-own");
    away.setAccessibleText(words.of("window.privacy.own.remove"));
    away.setOnAction(event -> remove.run());
    HBox row = new HBox(10, left, chip, away);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
