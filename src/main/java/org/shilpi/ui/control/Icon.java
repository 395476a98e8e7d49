package org.shilpi.ui.control;

import org.kordamp.ikonli.javafx.FontIcon;

/// Material icons; 20 px unless styled `small` (16) or `large` (24), grey unless styled by a role.
public final class Icon {
  private Icon() {}

  /// @param code Ikonli's name, such as `mdal-check_circle`
  public static FontIcon of(String code, String... styles) {
    FontIcon icon = new FontIcon(code);
    icon.getStyleClass().addAll(styles);
    return icon;
  }
}
