package org.shilpi.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/// Light or dark: AtlantaFX Primer, our colours over it, and our shapes.
public enum Look {
  LIGHT,
  DARK;

  private static final List<String> SHAPES =
      List.of("controlsfx.css", "shilpi.css", "data.css", "label.css", "train.css", "evaluate.css");

  /// Dresses a scene; may be called again at any time.
  public void apply(Scene scene) {
    Application.setUserAgentStylesheet(
        (this == LIGHT ? new PrimerLight() : new PrimerDark()).getUserAgentStylesheet());
    scene.getStylesheets().setAll(sheet(this == LIGHT ? "shilpi-light.css" : "shilpi-dark.css"));
    SHAPES.forEach(name -> scene.getStylesheets().add(sheet(name)));
  }

  private static String sheet(String name) {
    URL sheet = Look.class.getResource("/org/shilpi/assets/styles/" + name);
    return Objects.requireNonNull(sheet, name).toExternalForm();
  }
}
