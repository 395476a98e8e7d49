package org.shilpi.ui.shell;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.Node;

/// The room over the page: one thing at a time on a darkened page.
final class OverPage implements Page.Over {
  private final ModalPane pane = new ModalPane();

  OverPage() {
    pane.setAlignment(Pos.CENTER);
    // Closed by Esc or by a click beside it, it would keep what it showed.
    pane.displayProperty()
        .addListener((property, before, now) -> {
          if (!now) {
            pane.setContent(null);
          }
        });
  }

  ModalPane pane() {
    return pane;
  }

  @Override
  public void show(Node node) {
    pane.show(node);
    node.requestFocus();
  }

  @Override
  public void hide() {
    pane.hide(true);
  }
}
