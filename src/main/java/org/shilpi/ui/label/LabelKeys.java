package org.shilpi.ui.label;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Which key picks which label: the digits, 0 last, then the letters as they lie on the keyboard,
/// without F, G and H, which do other things.
final class LabelKeys {
  private static final String KEYS = "1234567890qwertyuiopasdjklzxcvbnm";

  private LabelKeys() {}

  /// The key of a label; labels past the last key have none.
  ///
  /// @param label place of the label, from 0
  static Optional<String> name(int label) {
    return label < KEYS.length() ? Optional.of(KEYS.substring(label, label + 1)) : Optional.empty();
  }

  /// The label that a key picks.
  static OptionalInt label(KeyEvent event) {
    KeyCode code = event.getCode();
    String name = code.getName();
    if (!code.isDigitKey() && !code.isLetterKey()) {
      return OptionalInt.empty();
    }
    // "1", "Numpad 1", "Q"
    int label = KEYS.indexOf(Character.toLowerCase(name.charAt(name.length() - 1)));
    return label < 0 ? OptionalInt.empty() : OptionalInt.of(label);
  }

  /// Whether a key asks for a new label: `+`, wherever it lies.
  static boolean plus(KeyEvent event) {
    return event.getCode() == KeyCode.PLUS
        || event.getCode() == KeyCode.ADD
        || "+".equals(event.getText())
        || (event.getCode() == KeyCode.EQUALS && event.isShiftDown());
  }
}
