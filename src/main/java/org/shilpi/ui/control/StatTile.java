package org.shilpi.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One number: its name, its value, its interval and count, a bar, and a plain sentence.
public final class StatTile extends VBox {
  /// @param bar null where the number has no scale
  public StatTile(
      String name, String number, String interval, @Nullable RangeBar bar, String sentence) {
    getStyleClass().addAll("card", "stat-tile");
    Label value = styled(number, "number");
    value.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            styled(name, "text-small", "text-muted"),
            value,
            new WordText(interval, "text-caption", "text-subtle"));
    if (bar != null) {
      getChildren().add(bar);
    }
    getChildren().add(new WordText(sentence, "text-caption", "text-muted"));
  }

  private static Label styled(String words, String... styles) {
    Label label = new Label(words);
    label.getStyleClass().addAll(styles);
    return label;
  }
}
