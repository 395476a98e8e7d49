package org.shilpi.ui.shell;

import java.io.File;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Files dropped anywhere in the window.
final class Drops {
  private Drops() {}

  static void accept(Node root, Workspace workspace) {
    root.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    root.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          boolean files = event.getDragboard().hasFiles();
          if (files) {
            workspace.offer(event.getDragboard().getFiles().stream().map(File::toPath).toList());
          }
          event.setDropCompleted(files);
          event.consume();
        });
  }
}
