package org.shilpi.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The middle of a page: its parts below one another, 16 px apart, scrolled only where the window
/// is too low.
public final class PageBody extends ScrollPane {
  private final VBox content = new VBox();

  public PageBody(Node... parts) {
    getStyleClass().add("page");
    content.getStyleClass().add("page-content");
    content.getChildren().addAll(parts);
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    setContent(content);
  }

  /// Replaces all parts.
  public void show(Node... parts) {
    content.getChildren().setAll(parts);
  }
}
