package org.shilpi.ui.label;

import java.util.List;
import org.shilpi.text.Messages;

/// Something could not be saved or read.
///
/// @param key message key of what did not happen
/// @param again tries it once more
record Trouble(String key, List<Object> arguments, Throwable cause, Runnable again) {
  String sentence(Messages words) {
    return words.of(key, arguments.toArray());
  }
}
