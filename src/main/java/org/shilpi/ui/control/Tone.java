package org.shilpi.ui.control;

import java.util.Locale;

/// What a colour means, wherever it is not a label.
public enum Tone {
  ACCENT("mdal-info"),
  SUCCESS("mdal-check_circle"),
  WARNING("mdmz-warning"),
  DANGER("mdal-error");

  private final String icon;

  Tone(String icon) {
    this.icon = icon;
  }

  public String styleClass() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The filled icon that goes with it.
  public String icon() {
    return icon;
  }
}
