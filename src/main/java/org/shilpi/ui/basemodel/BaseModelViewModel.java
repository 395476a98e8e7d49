package org.shilpi.ui.basemodel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.basemodel.BaseModel;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.basemodel.Footprint;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.shell.Machine;
import org.shilpi.ui.shell.MachineWatch;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.workflow.ProjectSession;

/// What the page of base models knows.
public final class BaseModelViewModel {
  private final Workspace workspace;
  private final MachineWatch machine;
  private final Catalogue catalogue;
  private final ReadOnlyObjectWrapper<List<ModelCard>> cards =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<String> chosen = new ReadOnlyObjectWrapper<>("");
  private final ReadOnlyObjectWrapper<Optional<FxJob>> importing =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Throwable>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<String, Footprint> footprints = new HashMap<>();
  private final Map<String, ModelCard.Check> checks = new HashMap<>();

  public BaseModelViewModel(Workspace workspace, MachineWatch machine) {
    this.workspace = workspace;
    this.machine = machine;
    this.catalogue = workspace.services().catalogue();
    workspace.modelsProperty().addListener((property, before, now) -> measure(now));
    workspace.projectProperty().addListener((property, before, now) -> readChoice(now));
    workspace
        .offeredProperty()
        .addListener((property, before, now) ->
            now.stream()
                .filter(path -> workspace.placeProperty().get() == Place.BASE_MODEL)
                .findFirst()
                .ifPresent(this::importFrom));
    measure(workspace.modelsProperty().get());
  }

  ReadOnlyObjectProperty<List<ModelCard>> cardsProperty() {
    return cards.getReadOnlyProperty();
  }

  /// Id of the card that is marked.
  ReadOnlyObjectProperty<String> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Machine>> machineProperty() {
    return machine.machineProperty();
  }

  ReadOnlyObjectProperty<Optional<FxJob>> importingProperty() {
    return importing.getReadOnlyProperty();
  }

  /// Why the last import was refused; empty if it was not.
  ReadOnlyObjectProperty<Optional<Throwable>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  Optional<ModelCard> chosenCard() {
    return cards.get().stream().filter(c -> c.model().id().equals(chosen.get())).findFirst();
  }

  void choose(String id) {
    chosen.set(id);
  }

  /// Makes the chosen model the project's and goes on to the data.
  void use() {
    String id = chosen.get();
    ProjectSession session = workspace.projectProperty().get().orElseThrow();
    workspace.work(
        "choose base model",
        context -> {
          session.chooseBaseModel(id);
          return id;
        },
        outcome -> {
          switch (outcome) {
            case Done(String ignored) -> workspace.go(Place.DATA);
            case Failed(Throwable cause) -> workspace.tell(cause);
            case Cancelled() -> {}
          }
        });
  }

  /// Compares the weights of every model with its hash; the built-in one is unpacked first.
  void check() {
    cards.get().stream()
        .map(ModelCard::model)
        .filter(m -> !checks.containsKey(m.id()))
        .forEach(this::check);
  }

  private void check(BaseModel model) {
    checks.put(model.id(), ModelCard.Check.WAITING);
    workspace
        .jobs()
        .start(
            "check base model",
            context -> catalogue.folder(model.id(), context),
            outcome -> {
              boolean sound = outcome instanceof Done<Path>;
              checks.put(model.id(), sound ? ModelCard.Check.CHECKED : ModelCard.Check.BROKEN);
              if (outcome instanceof Failed<Path>(Throwable cause)) {
                workspace.tell(cause);
              }
              show(workspace.modelsProperty().get());
            });
  }

  /// Checks and copies a Hugging Face folder or zip file, then marks the new model.
  void importFrom(Path source) {
    failure.set(Optional.empty());
    FxJob job =
        workspace
            .jobs()
            .start(
                "import base model",
                context -> catalogue.importFrom(source, context),
                outcome -> {
                  importing.set(Optional.empty());
                  switch (outcome) {
                    case Done(BaseModel model) -> {
                      chosen.set(model.id());
                      workspace.refreshModels();
                      workspace.tell(words -> words.of("window.model.imported", model.name()));
                    }
                    case Failed(Throwable cause) -> failure.set(Optional.of(cause));
                    case Cancelled() -> workspace.tell(words -> words.of("window.model.stopped"));
                  }
                });
    importing.set(Optional.of(job).filter(running -> running.runningProperty().get()));
  }

  void forgetFailure() {
    failure.set(Optional.empty());
  }

  private void measure(List<BaseModel> models) {
    show(models);
    workspace
        .jobs()
        .start(
            "measure base models",
            context -> {
              Map<String, Footprint> all = new HashMap<>();
              for (BaseModel model : models) {
                all.put(model.id(), catalogue.footprint(model.id()));
              }
              return all;
            },
            outcome -> {
              if (outcome instanceof Done(Map<String, Footprint> all)) {
                footprints.putAll(all);
              }
              show(models);
            });
  }

  private void show(List<BaseModel> models) {
    List<ModelCard> all = new ArrayList<>();
    for (BaseModel model : models) {
      all.add(
          new ModelCard(
              model,
              Optional.ofNullable(footprints.get(model.id())),
              checks.getOrDefault(model.id(), ModelCard.Check.WAITING)));
    }
    cards.set(List.copyOf(all));
  }

  private void readChoice(Optional<ProjectSession> project) {
    project.ifPresent(session ->
        workspace
            .jobs()
            .start(
                "read base model",
                context -> session.baseModel(),
                outcome -> {
                  if (outcome instanceof Done(String id)) {
                    chosen.set(id);
                  }
                }));
  }
}
