package org.shilpi.architecture.bad.viewmodel.ui;

final class PageViewModel {
  final javafx.scene.Group node = new javafx.scene.Group();
}
