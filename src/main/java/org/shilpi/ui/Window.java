package org.shilpi.ui;

import java.util.Optional;
import javafx.application.Application;

/// The way into the window for whoever wires the program.
public final class Window {
  private static volatile Optional<Services> services = Optional.empty();

  private Window() {}

  /// Opens the window and returns when it was closed. Once per process, as JavaFX has it.
  public static void launch(Services wired) {
    services = Optional.of(wired);
    Application.launch(ShilpiApp.class);
  }

  /// JavaFX makes the application object itself, so what it works with waits here.
  static Services services() {
    return services.orElseThrow(() -> new IllegalStateException("the window was not launched"));
  }
}
