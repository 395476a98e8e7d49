package org.shilpi.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What went wrong and what to do about it: the cause in a banner, what is safe, and the next
/// steps, best first.
public final class ErrorState extends VBox {
  /// @param safe title of the reassuring part, with its lines; no lines, no part
  public ErrorState(VerdictBanner cause, String safe, List<String> safeLines, Node... nextSteps) {
    super(16);
    getChildren().add(cause);
    if (!safeLines.isEmpty()) {
      Label title = new Label(safe);
      title.getStyleClass().add("title-4");
      VBox card = new VBox(10, title);
      card.getStyleClass().add("card");
      for (String line : safeLines) {
        WordText words = new WordText(line, "text-small");
        HBox row = new HBox(10, Icon.of("mdal-check_circle", "success"), words);
        row.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().add(row);
      }
      getChildren().add(card);
    }
    if (nextSteps.length > 0) {
      getChildren().add(new HBox(12, nextSteps));
    }
  }
}
