package org.shilpi.ui.label;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What each key does while there is something to label.
final class LabelKeyboard {
  private final LabelViewModel model;
  private final LabelingPane pane;
  private final Runnable openRules;
  private final Runnable newLabel;
  private Optional<KeyCode> held = Optional.empty();

  LabelKeyboard(LabelViewModel model, LabelingPane pane, Runnable openRules, Runnable newLabel) {
    this.model = model;
    this.pane = pane;
    this.openRules = openRules;
    this.newLabel = newLabel;
  }

  void released() {
    held = Optional.empty();
  }

  /// Consumes the event where the key does something.
  void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isControlDown() || event.isAltDown() || covered(event)) {
      return;
    }
    OptionalInt label = LabelKeys.label(event);
    if (label.isPresent() && label.getAsInt() < model.deskProperty().get().labels().size()) {
      once(event, () -> pick(label.getAsInt()));
    } else if (LabelKeys.plus(event)) {
      event.consume();
      newLabel.run();
    } else {
      command(event);
    }
  }

  private void pick(int label) {
    pane.focus();
    pane.flash(label);
    model.pick(label);
  }

  private void command(KeyEvent event) {
    switch (event.getCode()) {
      case SPACE -> once(event, model::skip);
      case BACK_SPACE -> once(event, model::undo);
      case LEFT -> each(event, () -> model.move(false));
      case RIGHT -> each(event, () -> model.move(true));
      case UP -> each(event, () -> model.decided(true));
      case DOWN -> each(event, () -> model.decided(false));
      case PAGE_DOWN -> each(event, () -> pane.text().turn(true));
      case PAGE_UP -> each(event, () -> pane.text().turn(false));
      case HOME -> each(event, () -> pane.text().end(false));
      case END -> each(event, () -> pane.text().end(true));
      case G -> each(event, openRules);
      default -> {}
    }
  }

  private static void each(KeyEvent event, Runnable action) {
    event.consume();
    action.run();
  }

  /// A key held down must not decide about texts that nobody has read.
  private void once(KeyEvent event, Runnable action) {
    event.consume();
    boolean repeated = held.filter(event.getCode()::equals).isPresent();
    held = Optional.of(event.getCode());
    if (!repeated) {
      action.run();
    }
  }

  /// Whether something lies over the page.
  private static boolean covered(KeyEvent event) {
    Node node = event.getTarget() instanceof Node target ? target : null;
    while (node != null) {
      if (node.getStyleClass().contains("modal-pane")) {
        return true;
      }
      node = node.getParent();
    }
    return false;
  }
}
