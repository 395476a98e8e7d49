package org.shilpi.ui.shell;

import org.shilpi.text.Messages;

/// Where one can be in the window: Home, and the steps in their order.
public enum Place {
  HOME,
  BASE_MODEL,
  DATA,
  LABEL,
  TRAIN,
  EVALUATE;

  /// The step's figure, 0 for Home.
  public int number() {
    return ordinal();
  }

  public String name(Messages words) {
    return words.of(
        switch (this) {
          case HOME -> "window.place.home";
          case BASE_MODEL -> "window.place.base-model";
          case DATA -> "window.place.data";
          case LABEL -> "window.place.label";
          case TRAIN -> "window.place.train";
          case EVALUATE -> "window.place.evaluate";
        });
  }
}
