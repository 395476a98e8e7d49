package org.shilpi.ui.data;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.ui.data.privacy.PrivacyViewModel;
import org.shilpi.ui.data.quality.QualityViewModel;
import org.shilpi.ui.data.splits.SplitsViewModel;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Workspace;

/// What the page of data knows: the file that comes in, and what is in.
public final class DataViewModel {
  /// The sides of what is in the project.
  enum Part {
    TEXTS,
    QUALITY,
    SPLITS,
    PRIVACY
  }

  private final Workspace workspace;
  private final ImportViewModel incoming;
  private final TextsViewModel texts;
  private final QualityViewModel quality;
  private final SplitsViewModel splits;
  private final PrivacyViewModel privacy;
  private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(Part.TEXTS);

  public DataViewModel(Workspace workspace) {
    this.workspace = workspace;
    this.incoming = new ImportViewModel(workspace);
    this.texts = new TextsViewModel(workspace);
    this.quality = new QualityViewModel(workspace);
    this.splits = new SplitsViewModel(workspace);
    this.privacy = new PrivacyViewModel(workspace);
    incoming
        .resultProperty()
        .addListener((property, before, now) -> {
          texts.refresh();
          now.ifPresent(result -> {
            quality.refresh();
            privacy.refresh();
          });
        });
    workspace.projectProperty().addListener((property, before, now) -> part.set(Part.TEXTS));
    workspace
        .privacyWantedProperty()
        .addListener((property, before, wanted) -> {
          if (wanted) {
            part.set(Part.PRIVACY);
          }
        });
    quality.changedProperty().addListener((property, before, now) -> texts.refresh());
    privacy.changedProperty().addListener((property, before, now) -> texts.refresh());
  }

  ImportViewModel incoming() {
    return incoming;
  }

  TextsViewModel texts() {
    return texts;
  }

  QualityViewModel quality() {
    return quality;
  }

  SplitsViewModel splits() {
    return splits;
  }

  PrivacyViewModel privacy() {
    return privacy;
  }

  /// Which side of the texts is shown.
  ReadOnlyObjectProperty<Part> partProperty() {
    return part.getReadOnlyProperty();
  }

  void show(Part chosen) {
    part.set(chosen);
    shown();
  }

  /// Reads anew what is in view.
  void shown() {
    switch (part.get()) {
      case TEXTS -> texts.refresh();
      case QUALITY -> quality.refresh();
      case SPLITS -> splits.refresh();
      case PRIVACY -> privacy.refresh();
    }
  }

  void goBack() {
    workspace.go(Place.BASE_MODEL);
  }

  void goOn() {
    workspace.go(Place.LABEL);
  }
}
