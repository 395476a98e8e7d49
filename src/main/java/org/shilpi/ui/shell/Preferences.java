package org.shilpi.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the user chose for the window; whoever listens remembers it.
public final class Preferences {
  private final StringProperty language = new SimpleStringProperty("en");
  private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.LIGHT);

  /// `en` or `hi`.
  public StringProperty languageProperty() {
    return language;
  }

  public ObjectProperty<Look> lookProperty() {
    return look;
  }

  public void switchLanguage() {
    language.set("hi".equals(language.get()) ? "en" : "hi");
  }

  public void switchLook() {
    look.set(look.get() == Look.LIGHT ? Look.DARK : Look.LIGHT);
  }
}
