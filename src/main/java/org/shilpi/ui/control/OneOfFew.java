package org.shilpi.ui.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;

/// A switch between a few values, one of which is always chosen.
///
/// @param <T> the values
public final class OneOfFew<T> extends StackPane {
  private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

  /// @param words what a value is called
  /// @param chosen told when the user picks another
  public OneOfFew(Iterable<T> values, T first, Function<T, String> words, Consumer<T> chosen) {
    SegmentedButton track = new SegmentedButton();
    for (T value : values) {
      ToggleButton button = new ToggleButton(words.apply(value));
      button.setMinWidth(USE_PREF_SIZE);
      button.setSelected(value.equals(first));
      button.setOnAction(event -> {
        boolean changed = button.isSelected();
        button.setSelected(true);
        if (changed) {
          chosen.accept(value);
        }
      });
      buttons.put(value, button);
      track.getButtons().add(button);
    }
    getChildren().add(track);
    setMaxWidth(USE_PREF_SIZE);
  }

  /// Marks a value as chosen without telling anybody.
  public void show(T value) {
    buttons.forEach((each, button) -> button.setSelected(each.equals(value)));
  }
}
