package org.shilpi.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.KeyCap;

/// The sheet of all keys: the page's own first, then those that work everywhere.
final class ShortcutsView extends VBox {
  ShortcutsView(Messages words, List<Page.Shortcut> ofThePage) {
    getStyleClass().add("sheet-over");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label title = new Label(words.of("window.keys.title"));
    title.getStyleClass().add("title-3");
    getChildren().add(title);
    if (!ofThePage.isEmpty()) {
      getChildren().add(grid(ofThePage));
    }
    List<Page.Shortcut> everywhere = new ArrayList<>();
    everywhere.add(new Page.Shortcut("Ctrl+0", words.of("window.keys.home")));
    everywhere.add(new Page.Shortcut("Ctrl+1 … Ctrl+5", words.of("window.keys.steps")));
    everywhere.add(new Page.Shortcut("Ctrl+Enter", words.of("window.keys.primary")));
    everywhere.add(new Page.Shortcut("Tab", words.of("window.keys.tab")));
    everywhere.add(new Page.Shortcut("H, F1", words.of("window.keys.sheet")));
    everywhere.add(new Page.Shortcut("Esc", words.of("window.keys.close")));
    getChildren().add(grid(everywhere));
  }

  private static GridPane grid(List<Page.Shortcut> shortcuts) {
    GridPane grid = new GridPane(16, 10);
    for (int row = 0; row < shortcuts.size(); row++) {
      HBox caps = new HBox(6);
      for (String key : shortcuts.get(row).keys().split(", ")) {
        caps.getChildren().add(new KeyCap(key));
      }
      grid.addRow(row, caps, new Label(shortcuts.get(row).does()));
    }
    return grid;
  }
}
