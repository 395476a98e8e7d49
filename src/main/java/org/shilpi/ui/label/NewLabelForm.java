package org.shilpi.ui.label;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;
import org.shilpi.ui.shell.Phrases;

/// The field for the name of a new label: Enter adds it, and why it could not be added stands
/// below.
final class NewLabelForm extends VBox {
  private final Messages words;
  private final Runnable added;
  private final TextField name = new TextField();
  private final WordText verdict = new WordText("", "text-small", "text-danger");

  /// @param add adds a name and hands on what went wrong, or nothing
  /// @param added called when it was added
  NewLabelForm(
      Messages words, BiConsumer<String, Consumer<Optional<Throwable>>> add, Runnable added) {
    super(6);
    this.words = words;
    this.added = added;
    name.setId("label-name");
    name.setPromptText(words.of("label.new.name"));
    name.setAccessibleText(words.of("label.new.name"));
    HBox.setHgrow(name, Priority.ALWAYS);
    Button button = new Button(words.of("label.new.add"), Icon.of("mdoal-add"));
    button.getStyleClass().add("small");
    button.setId("add-label");
    button.setMinWidth(USE_PREF_SIZE);
    name.setOnAction(event -> add.accept(name.getText(), this::ended));
    button.setOnAction(event -> add.accept(name.getText(), this::ended));
    HBox row = new HBox(8, name, button);
    row.setAlignment(javafx.geometry.Pos.CENTER);
    getChildren().addAll(row, verdict);
    showVerdict("");
    setMaxWidth(360);
  }

  private void ended(Optional<Throwable> failure) {
    if (failure.isPresent()) {
      showVerdict(Phrases.failure(words, failure.get()));
      name.requestFocus();
    } else {
      showVerdict("");
      name.clear();
      added.run();
    }
  }

  private void showVerdict(String sentence) {
    verdict.show(sentence);
    verdict.setVisible(!sentence.isEmpty());
    verdict.setManaged(!sentence.isEmpty());
  }

  void focus() {
    name.requestFocus();
  }
}
