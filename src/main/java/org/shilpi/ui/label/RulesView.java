package org.shilpi.ui.label;

import atlantafx.base.controls.Spacer;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.label.Guidelines;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.ActionBar;
import org.shilpi.ui.control.WordText;
import org.shilpi.ui.shell.Page;
import org.shilpi.ui.shell.Phrases;

/// The guidelines over the page: to be read, and to be written.
final class RulesView extends VBox {
  private final RulesViewModel model;
  private final Messages words;
  private final Page.Over over;
  private javafx.scene.Node first = this;
  private final WordText verdict = new WordText("", "text-small", "text-danger");

  RulesView(RulesViewModel model, Messages words, Page.Over over) {
    this.model = model;
    this.words = words;
    this.over = over;
    getStyleClass().add("sheet-over");
    setId("rules-sheet");
    setPrefWidth(640);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    if (model.guidelinesProperty().get().empty()) {
      write();
    } else {
      read();
    }
  }

  private void read() {
    Guidelines guidelines = model.guidelinesProperty().get();
    RulesText text = new RulesText();
    text.show(guidelines.rules());
    text.setPadding(new Insets(0, 16, 0, 0));
    ScrollPane scroll = new ScrollPane(text);
    scroll.getStyleClass().add("bare");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMaxHeight(480);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Button edit = new Button(words.of("label.rules.edit"));
    edit.setId("edit-rules");
    edit.setOnAction(event -> write());
    Button close = new Button(words.of("window.close"));
    close.setOnAction(event -> over.hide());
    close.setCancelButton(true);
    WordText question = new WordText(guidelines.question(), "strong-line");
    question.setManaged(!guidelines.question().isEmpty());
    getChildren().setAll(title(), question, scroll, foot(edit, close));
    first = close;
    focus();
  }

  private void write() {
    Guidelines guidelines = model.guidelinesProperty().get();
    TextField question = new TextField(guidelines.question());
    question.setId("question");
    question.setPromptText(words.of("label.title"));
    TextArea rules = new TextArea(guidelines.rules());
    rules.setId("rules-text");
    rules.setWrapText(true);
    rules.setPrefRowCount(14);
    rules.setPromptText(words.of("label.rules.example"));
    Button cancel = new Button(words.of("window.cancel"));
    cancel.setOnAction(event -> over.hide());
    Button save = ActionBar.primary(words.of("label.rules.save"), "mdoal-done");
    save.setId("save-rules");
    save.setOnAction(event -> model.write(question.getText(), rules.getText(), this::written));
    verdict.show("");
    getChildren()
        .setAll(
            title(),
            named(words.of("label.rules.question"), question),
            named(words.of("label.rules.text"), rules),
            verdict,
            foot(cancel, save));
    first = question;
    focus();
  }

  void focus() {
    first.requestFocus();
  }

  private void written(Optional<Throwable> failure) {
    failure.ifPresentOrElse(
        cause -> verdict.show(Phrases.failure(words, cause)), () -> over.hide());
  }

  private Label title() {
    Label title = new Label(words.of("label.rules"));
    title.getStyleClass().add("title-3");
    return title;
  }

  private static VBox named(String name, javafx.scene.Node field) {
    Label label = new Label(name);
    label.getStyleClass().addAll("text-small", "text-muted");
    label.setLabelFor(field);
    return new VBox(4, label, field);
  }

  private static HBox foot(Button... buttons) {
    HBox foot = new HBox(12, new Spacer());
    foot.getChildren().addAll(buttons);
    foot.setAlignment(Pos.CENTER_RIGHT);
    return foot;
  }
}
