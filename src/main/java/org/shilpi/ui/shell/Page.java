package org.shilpi.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.ActionBar;

/// A page in one language. It is made when it is first needed and made anew when the language
/// changes, so its state belongs into its view model.
public interface Page {
  /// Makes a page; a feature hands one of these to the window for each place.
  @FunctionalInterface
  interface Maker {
    Page make(Messages words, Over over);
  }

  /// The room over the page, for a form or a sheet; Esc or a click beside it closes it.
  interface Over {
    void show(Node node);

    void hide();
  }

  /// A key of this page and what it does, for the sheet of all keys.
  record Shortcut(String keys, String does) {}

  Node node();

  ActionBar actionBar();

  /// Called each time the page comes into view.
  default void shown() {}

  /// Keys that nobody on the page took, while no text is being typed; consume what is used.
  default void keyPressed(KeyEvent event) {}

  default List<Shortcut> shortcuts() {
    return List.of();
  }
}
