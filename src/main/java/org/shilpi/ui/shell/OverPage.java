package org.shilpi.ui.shell;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;

/// The room over the page: one thing at a time on a darkened page.
final class OverPage implements Page.Over {
  private final ModalPane pane = new ModalPane();
  private Optional<Node> before = Optional.empty();

  OverPage() {
    pane.setAlignment(Pos.CENTER);
    // Closed by Esc or by a click beside it, it would keep what it showed, and the focus would fall
    // on the first button of the window.
    pane.displayProperty()
        .addListener((property, was, now) -> {
          if (!now) {
            pane.setContent(null);
            before.ifPresent(Node::requestFocus);
          }
        });
  }

  ModalPane pane() {
    return pane;
  }

  @Override
  public void show(Node node) {
    if (!pane.isDisplay()) {
      before = Optional.ofNullable(pane.getScene()).map(Scene::getFocusOwner);
    }
    pane.show(node);
    node.requestFocus();
  }

  @Override
  public void hide() {
    pane.hide(true);
  }
}
