package org.shilpi.ui.home;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.controlsfx.control.textfield.CustomTextField;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.ActionBar;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;
import org.shilpi.ui.shell.Page;

/// The form of a new project: what it is called and where it lies.
final class NewProjectView extends VBox {
  private final HomeViewModel model;
  private final Messages words;
  private final CustomTextField name = new CustomTextField();
  private final CustomTextField folder = new CustomTextField();
  private final WordText verdict = new WordText("", "text-small", "text-muted").atLeast(40);
  private final Button create;

  NewProjectView(HomeViewModel model, Messages words, Page.Over over) {
    this.model = model;
    this.words = words;
    getStyleClass().add("sheet-over");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setPrefWidth(520);
    Label title = new Label(words.of("window.home.new"));
    title.getStyleClass().add("title-3");
    name.setLeft(Icon.of("mdoal-label", "small"));
    name.setId("project-name");
    name.setPromptText(words.of("window.home.new.name.example"));
    folder.setLeft(Icon.of("mdoal-folder_open", "small"));
    folder.setId("project-folder");
    folder.setText(model.projectsFolder().toString());
    Button browse = new Button(words.of("window.home.new.browse"));
    browse.getStyleClass().add("small");
    browse.setMinWidth(USE_PREF_SIZE);
    browse.setOnAction(event -> browse());
    HBox.setHgrow(folder, Priority.ALWAYS);
    HBox where = new HBox(8, folder, browse);
    where.setAlignment(Pos.CENTER_LEFT);
    create = ActionBar.primary(words.of("window.home.new.create"), "mdoal-add");
    create.setId("create-project");
    create.setDefaultButton(true);
    create.setOnAction(event ->
        target()
            .ifPresent(path -> {
              over.hide();
              model.create(path);
            }));
    Button cancel = new Button(words.of("window.cancel"));
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> over.hide());
    HBox buttons = new HBox(12, cancel, create);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren()
        .addAll(
            title,
            field(words.of("window.home.new.task"), task()),
            field(words.of("window.home.new.name"), name),
            field(words.of("window.home.new.folder"), where),
            verdict,
            buttons);
    name.textProperty().addListener(change -> judge());
    folder.textProperty().addListener(change -> judge());
    focusedProperty().addListener(change -> name.requestFocus());
    judge();
  }

  private HBox task() {
    WordText about = new WordText(words.of("window.home.task.classify.about"), "text-muted");
    HBox.setHgrow(about, Priority.ALWAYS);
    HBox task = new HBox(10, Icon.of("mdoal-label", "accent"), about);
    task.setAlignment(Pos.CENTER_LEFT);
    return task;
  }

  private VBox field(String caption, Node field) {
    Label label = new Label(caption);
    label.getStyleClass().addAll("text-small", "text-bold");
    label.setLabelFor(field);
    return new VBox(6, label, field);
  }

  private void browse() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(words.of("window.home.new.folder"));
    File chosen = chooser.showDialog(getScene().getWindow());
    if (chosen != null) {
      folder.setText(chosen.toString());
    }
  }

  private Optional<Path> target() {
    String called = name.getText().strip();
    boolean plain = called.chars().noneMatch(c -> "\\/:*?\"<>|".indexOf(c) >= 0 || c < ' ');
    if (called.isEmpty() || !plain || called.startsWith(".")) {
      return Optional.empty();
    }
    try {
      Path target = Path.of(folder.getText().strip()).resolve(called).toAbsolutePath();
      return Files.exists(target) ? Optional.empty() : Optional.of(target);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void judge() {
    Optional<Path> target = target();
    create.setDisable(target.isEmpty());
    String called = name.getText().strip();
    if (target.isPresent()) {
      verdict.show(words.of("window.home.new.here", target.get().toString()));
    } else if (called.isEmpty()) {
      verdict.show(words.of("window.home.new.unnamed"));
    } else {
      verdict.show(words.of("window.home.new.taken", called));
    }
  }
}
