package org.shilpi.ui.shell;

import atlantafx.base.controls.Spacer;
import java.util.Optional;
import javafx.scene.control.Label;
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
    saved.getStyleClass().add("saved");
    saved.setText(words.of("window.saved"));
    saved.setGraphic(Icon.of("mdoal-done", "small"));
    saved.setMinWidth(USE_PREF_SIZE);
    used.setPrefWidth(44);
    device = new Chip("", Icon.of("mdomz-memory"));
    memory = new Chip("", used);
    sealed = new Chip("", Icon.of("mdoal-lock"), "success");
    sealed.setTooltip(new Tooltip(words.of("window.sealed.why")));
    getChildren().addAll(name, saved, new Spacer(), device, memory, sealed);
    showChips();
  }

  void show(Optional<String> project) {
    name.setText(project.orElseGet(() -> Place.HOME.name(words)));
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
