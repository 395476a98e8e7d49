package org.shilpi.ui.shell;

import atlantafx.base.controls.Spacer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Icon;

/// The top: what is open, that it is saved, and what the machine has.
final class HeaderView extends HBox {
  private final Messages words;
  private final Label name = new Label();
  private final MenuButton projects = new MenuButton(null, Icon.of("mdoal-expand_more"));
  private final Label saved = new Label();
  private final ProgressBar used = new ProgressBar(0);
  private final Chip device;
  private final Chip memory;
  private final Chip sealed;
  private Optional<Machine> machine = Optional.empty();
  private boolean narrow;

  HeaderView(Messages words) {
    this.words = words;
    getStyleClass().add("header");
    name.getStyleClass().add("project-name");
    projects.getStyleClass().addAll("icon-button", "no-arrow");
    projects.setAccessibleText(words.of("window.switch"));
    projects.setTooltip(new Tooltip(words.of("window.switch")));
    projects.setId("switch-project");
    saved.getStyleClass().add("saved");
    saved.setText(words.of("window.saved"));
    saved.setGraphic(Icon.of("mdoal-done", "small"));
    saved.setMinWidth(USE_PREF_SIZE);
    used.setPrefWidth(44);
    device = new Chip("", Icon.of("mdomz-memory"));
    memory = new Chip("", used);
    sealed = new Chip("", Icon.of("mdoal-lock"), "success");
    sealed.setTooltip(new Tooltip(words.of("window.sealed.why")));
    getChildren().addAll(name, projects, saved, new Spacer(), device, memory, sealed);
    showChips();
  }

  /// @param project name of the open project, empty on Home
  void show(Optional<String> project) {
    name.setText(project.orElseGet(() -> Place.HOME.name(words)));
    projects.setVisible(project.isPresent() && !projects.getItems().isEmpty());
    projects.setManaged(projects.isVisible());
  }

  /// Fills the menu beside the name.
  ///
  /// @param others projects that were open before
  void show(List<Recents.Recent> others, Consumer<Path> open) {
    projects.getItems().clear();
    for (Recents.Recent other : others) {
      MenuItem item = new MenuItem(other.name());
      item.setMnemonicParsing(false);
      item.setOnAction(event -> open.accept(other.folder()));
      projects.getItems().add(item);
    }
  }

  void show(Machine newest) {
    machine = Optional.of(newest);
    showChips();
  }

  void setNarrow(boolean nowNarrow) {
    narrow = nowNarrow;
    showChips();
  }

  private void showChips() {
    sealed.setText(words.of(narrow ? "window.sealed.short" : "window.sealed"));
    device.setVisible(machine.isPresent());
    memory.setVisible(machine.isPresent());
    machine.ifPresent(m -> {
      device.setText(words.of(narrow ? "window.device.short" : "window.device", m.cores()));
      used.setProgress((double) m.memoryUsed() / m.memory());
      memory.setText(
          words.of("window.memory", Phrases.giga(m.memoryUsed()), Phrases.giga(m.memory())));
    });
  }
}
