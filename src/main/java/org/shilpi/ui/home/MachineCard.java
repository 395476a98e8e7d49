package org.shilpi.ui.home;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.shell.Machine;
import org.shilpi.ui.shell.Phrases;

/// What this machine has, in four lines.
final class MachineCard extends VBox {
  private final Messages words;

  MachineCard(HomeViewModel model, Messages words) {
    this.words = words;
    getStyleClass().add("card");
    setSpacing(9);
    Watch.on(this, model.machineProperty(), this::show);
  }

  private void show(Optional<Machine> machine) {
    Label title = new Label(words.of("window.home.machine"));
    title.getStyleClass().add("title-4");
    getChildren().setAll(title);
    machine.ifPresent(m -> {
      row(
          Icon.of("mdomz-memory"),
          words.of("window.home.cores", m.cores()),
          words.of("window.home.cores.below"));
      row(
          Icon.of("mdomz-storage"),
          words.of("window.home.memory", Phrases.giga(m.memoryFree()), Phrases.giga(m.memory())),
          words.of("window.home.memory.below"));
      row(
          Icon.of("mdoal-folder_open"),
          words.of("window.home.disk", Phrases.bytes(m.diskFree())),
          words.of("window.home.disk.below"));
    });
    row(
        Icon.of("mdoal-lock", "success"),
        words.of("window.home.sealed"),
        words.of("window.home.sealed.below"));
  }

  private void row(Node icon, String fact, String below) {
    if (getChildren().size() > 1) {
      Region line = new Region();
      line.getStyleClass().add("hairline");
      getChildren().add(line);
    }
    Label first = new Label(fact);
    first.getStyleClass().add("text-small");
    Label second = new Label(below);
    second.getStyleClass().addAll("text-caption", "text-subtle");
    HBox row = new HBox(12, icon, new VBox(first, second));
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(row);
  }
}
