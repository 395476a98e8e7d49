package org.shilpi.ui.data;

import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Workspace;

/// What the page of data knows: the file that comes in, and what is in.
public final class DataViewModel {
  private final Workspace workspace;
  private final ImportViewModel incoming;
  private final TextsViewModel texts;

  public DataViewModel(Workspace workspace) {
    this.workspace = workspace;
    this.incoming = new ImportViewModel(workspace);
    this.texts = new TextsViewModel(workspace);
    incoming.resultProperty().addListener((property, before, now) -> texts.refresh());
  }

  ImportViewModel incoming() {
    return incoming;
  }

  TextsViewModel texts() {
    return texts;
  }

  void goBack() {
    workspace.go(Place.BASE_MODEL);
  }

  void goOn() {
    workspace.go(Place.LABEL);
  }
}
