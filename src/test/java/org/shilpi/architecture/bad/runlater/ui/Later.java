package org.shilpi.architecture.bad.runlater.ui;

final class Later {
  void now() {
    javafx.application.Platform.runLater(() -> {});
  }
}
