package org.shilpi.ui.home;

import atlantafx.base.controls.Spacer;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.StepTrail;
import org.shilpi.ui.shell.Phrases;
import org.shilpi.ui.shell.Place;

/// One recent project: name, how far it is, its score, and the way in.
final class RecentRow extends HBox {
  RecentRow(RecentCard card, boolean primary, Messages words, BiConsumer<Path, Place> open) {
    super(16);
    getStyleClass().addAll("card", "recent-row");
    setAlignment(Pos.CENTER_LEFT);
    StackPane picture = new StackPane(Icon.of("mdoal-label", "large", "accent"));
    picture.getStyleClass().add("picture");
    Label name = new Label(card.name());
    name.getStyleClass().add("text-bold");
    VBox naming = new VBox(2, name, caption(when(card, words)));
    naming.setPrefWidth(230);
    naming.setMinWidth(120);
    Button button = new Button(words.of(primary ? "window.home.continue" : "window.home.open"));
    button.getStyleClass().add("wide");
    button.setMinWidth(USE_PREF_SIZE);
    if (primary) {
      button.getStyleClass().add("accent");
      button.setId("continue");
    }
    button.setOnAction(event -> open.accept(card.folder(), card.place()));
    getChildren().addAll(picture, naming, progress(card, words), score(card, words), button);
  }

  private static String when(RecentCard card, Messages words) {
    String task = words.of("window.home.task.classify");
    return card.daysAgo().isEmpty()
        ? task
        : words.of("window.home.opened", task, card.daysAgo().getAsLong());
  }

  private static VBox progress(RecentCard card, Messages words) {
    VBox box = new VBox(6);
    box.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setMinWidth(150);
    if (!card.steps().isEmpty()) {
      box.getChildren().add(new StepTrail(card.steps()));
    }
    card.next()
        .ifPresent(next -> {
          Label line = new Label(next.line(words));
          line.getStyleClass().addAll("text-small", "text-muted");
          box.getChildren().add(line);
        });
    return box;
  }

  private static VBox score(RecentCard card, Messages words) {
    VBox box = new VBox(2);
    box.setAlignment(Pos.CENTER_RIGHT);
    box.setMinWidth(96);
    if (card.steps().isEmpty()) {
      box.getChildren().add(new Spacer());
      return box;
    }
    Label number =
        new Label(card.accuracy().map(Phrases::percent).orElse(words.of("window.home.no-score")));
    number.getStyleClass().add(card.accuracy().isPresent() ? "title-3" : "text-bold");
    box.getChildren()
        .addAll(
            number,
            caption(
                words.of(
                    card.accuracy().isPresent() ? "window.home.right" : "window.home.untrained")));
    return box;
  }

  private static Label caption(String words) {
    Label caption = new Label(words);
    caption.getStyleClass().addAll("text-caption", "text-subtle");
    return caption;
  }
}
