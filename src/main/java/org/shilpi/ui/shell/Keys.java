package org.shilpi.ui.shell;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys that work everywhere. While a text is being typed, plain letters belong to the text.
final class Keys {
  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT0, KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5
  };

  private Keys() {}

  static void install(Scene scene, Workspace workspace, ShilpiWindow window) {
    for (Place place : Place.values()) {
      scene
          .getAccelerators()
          .put(
              new KeyCodeCombination(DIGITS[place.number()], KeyCombination.SHORTCUT_DOWN),
              () -> workspace.go(place));
    }
    scene
        .getAccelerators()
        .put(
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN),
            () ->
                window
                    .page()
                    .filter(page -> !window.covered())
                    .ifPresent(page -> page.actionBar().fire()));
    scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), window::showKeys);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, scene, window));
  }

  private static void pressed(KeyEvent event, Scene scene, ShilpiWindow window) {
    boolean typing = scene.getFocusOwner() instanceof TextInputControl;
    if (event.isConsumed() || typing || window.covered()) {
      return;
    }
    window.page().ifPresent(page -> page.keyPressed(event));
    if (!event.isConsumed() && event.getCode() == KeyCode.H && !event.isShortcutDown()) {
      window.showKeys();
      event.consume();
    }
  }
}
