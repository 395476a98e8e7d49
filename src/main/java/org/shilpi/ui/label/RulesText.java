package org.shilpi.ui.label;

import java.util.List;
import javafx.scene.layout.VBox;
import org.shilpi.ui.control.WordText;

/// The rules, a line each. Where a line begins with the name of a label and a colon, the name
/// stands out.
final class RulesText extends VBox {
  private static final int LONGEST_NAME = 40;
  private static final int MOST_LINES = 400;

  RulesText() {
    super(6);
    getStyleClass().add("rules-text");
  }

  void show(String rules) {
    List<WordText> lines =
        rules
            .lines()
            .filter(line -> !line.isBlank())
            .limit(MOST_LINES)
            .map(RulesText::line)
            .toList();
    getChildren().setAll(lines);
  }

  private static WordText line(String line) {
    WordText words = new WordText("", "text-small", "text-muted");
    int colon = line.indexOf(": ");
    if (colon < 0 || colon > LONGEST_NAME) {
      return words.add(line);
    }
    return words.add(line.substring(0, colon + 1), "strong").add(line.substring(colon + 1));
  }
}
