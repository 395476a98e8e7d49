package org.shilpi.ui.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.shilpi.basemodel.BaseModel;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.job.Outcome.Done;
import org.shilpi.project.TaskKind;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.shell.Machine;
import org.shilpi.ui.shell.MachineWatch;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Recents;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.workflow.OpenSample;
import org.shilpi.workflow.ProjectSession;

/// What Home knows: recent projects, samples, the machine.
public final class HomeViewModel {
  private final Workspace workspace;
  private final MachineWatch machine;
  private final ReadOnlyObjectWrapper<List<Sample>> samples =
      new ReadOnlyObjectWrapper<>(List.of());

  public HomeViewModel(Workspace workspace, MachineWatch machine) {
    this.workspace = workspace;
    this.machine = machine;
    workspace
        .jobs()
        .start(
            "list samples",
            context -> Sample.list(workspace.services().sampleData()),
            outcome -> {
              if (outcome instanceof Done(List<Sample> found)) {
                samples.set(found);
              }
            });
  }

  ObservableList<Recents.Recent> recents() {
    return workspace.recents().list();
  }

  ReadOnlyObjectProperty<List<Sample>> samplesProperty() {
    return samples.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<BaseModel>> modelsProperty() {
    return workspace.modelsProperty();
  }

  ReadOnlyObjectProperty<Optional<Machine>> machineProperty() {
    return machine.machineProperty();
  }

  ReadOnlyObjectProperty<Optional<FxJob>> openingProperty() {
    return workspace.openingProperty();
  }

  /// How a recent project looks: name, steps, and what it waits for.
  RecentCard card(Recents.Recent recent) {
    return RecentCard.of(recent, workspace.services().clock(), workspace::modelName);
  }

  void open(Path folder, Place then) {
    workspace.open(folder, then);
  }

  /// The folder in which new projects are made unless the user says otherwise.
  Path projectsFolder() {
    return workspace.services().folders().data().resolve("projects");
  }

  /// Makes an empty project for sorting texts with the built-in model.
  void create(Path folder) {
    workspace.start("create project", context -> newProject(folder), Place.BASE_MODEL);
  }

  /// Opens the project of a sample; the first time it is made and the texts are brought in.
  void openSample(Sample sample, String name) {
    Path folder = projectsFolder().resolve(name);
    if (Files.isDirectory(folder)) {
      workspace.open(folder, Place.LABEL);
    } else {
      workspace.start(
          "open sample",
          context -> {
            Files.createDirectories(folder.getParent());
            return new OpenSample(workspace.services().clock())
                .run(sample.folder(), folder, Catalogue.BUILT_IN, context);
          },
          Place.LABEL);
    }
  }

  private ProjectSession newProject(Path folder) throws Exception {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    return ProjectSession.create(
        folder, TaskKind.CLASSIFY, Catalogue.BUILT_IN, workspace.services().clock());
  }
}
