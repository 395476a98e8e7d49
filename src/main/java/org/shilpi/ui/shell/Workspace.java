package org.shilpi.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.shilpi.basemodel.BaseModel;
import org.shilpi.job.Job;
import org.shilpi.job.Outcome;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;
import org.shilpi.project.ProjectFolder;
import org.shilpi.text.Messages;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.FxJobs;
import org.shilpi.ui.Services;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.ProjectSummary;

/// What is open, where in the window one is, and what the rail tells: what all view models share.
/// For the window's thread only; all work is started as a job.
public final class Workspace {
  private final Services services;
  private final FxJobs jobs;
  private final Recents recents;
  private final RecentReader recentReader;
  private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.HOME);
  private final ReadOnlyObjectWrapper<Optional<ProjectSession>> project =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ProjectSummary>> summary =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Map<Place, StepState>> steps =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<List<BaseModel>> models =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Path>> offered = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<FxJob>> opening =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper privacyWanted = new ReadOnlyBooleanWrapper();
  private Consumer<Function<Messages, String>> notices = words -> {};
  private Consumer<Throwable> failures = failure -> {};
  private Set<Place> places = Set.of(Place.values());
  private int holding;
  private boolean refreshing;
  private boolean refreshAgain;

  public Workspace(Services services, Recents recents) {
    this.services = services;
    this.jobs = new FxJobs(services.jobs());
    this.recents = recents;
    this.recentReader = new RecentReader(jobs, services.clock(), recents);
    summary.addListener(change -> showSteps());
    models.addListener(change -> showSteps());
  }

  public Services services() {
    return services;
  }

  public FxJobs jobs() {
    return jobs;
  }

  public Recents recents() {
    return recents;
  }

  /// Lists the projects of earlier sessions, with how far they are as soon as that was read.
  void restore(List<Path> folders) {
    recentReader.start(folders);
  }

  public ReadOnlyObjectProperty<Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /// Goes to a page; without a project there is only Home.
  public void go(Place where) {
    place.set(project.get().isEmpty() ? Place.HOME : nearest(where));
  }

  /// The page itself, or the last one before it that the window has.
  private Place nearest(Place where) {
    return places.stream()
        .filter(place -> place.compareTo(where) <= 0)
        .max(Comparator.naturalOrder())
        .orElse(Place.HOME);
  }

  /// Goes to what the texts give away.
  public void goToPrivacy() {
    privacyWanted.set(true);
    go(Place.DATA);
    privacyWanted.set(false);
  }

  /// True for a moment while somebody goes to what the texts give away.
  public ReadOnlyBooleanProperty privacyWantedProperty() {
    return privacyWanted.getReadOnlyProperty();
  }

  void limitTo(Set<Place> available) {
    places = Set.copyOf(available);
  }

  public ReadOnlyObjectProperty<Optional<ProjectSession>> projectProperty() {
    return project.getReadOnlyProperty();
  }

  /// The project's counts as they were last read.
  public ReadOnlyObjectProperty<Optional<ProjectSummary>> summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /// Every step's state; empty while no project is open.
  public ReadOnlyObjectProperty<Map<Place, StepState>> stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /// The base models of this machine.
  public ReadOnlyObjectProperty<List<BaseModel>> modelsProperty() {
    return models.getReadOnlyProperty();
  }

  /// Whether a job works on the open project.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Says a sentence at the foot of the window for a few seconds.
  public void tell(Function<Messages, String> sentence) {
    notices.accept(sentence);
  }

  /// Says why something did not work, until the user has put it away.
  public void tell(Throwable failure) {
    failures.accept(failure);
  }

  void onNotice(Consumer<Function<Messages, String>> told, Consumer<Throwable> failed) {
    notices = told;
    failures = failed;
  }

  /// Runs a job on the open project, which cannot be closed until the job is over.
  public <R extends @Nullable Object> FxJob work(
      String name, Job<R> job, Consumer<Outcome<R>> ended) {
    holding++;
    busy.set(true);
    return jobs.start(
        name,
        job,
        outcome -> {
          holding--;
          busy.set(holding > 0);
          ended.accept(outcome);
          refresh();
        });
  }

  /// What was dropped for the page in view, or for the page of data.
  public ReadOnlyObjectProperty<List<Path>> offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  /// Takes what was dropped: a project's folder is opened, another folder may be a base model, and
  /// everything else goes to the page of data.
  public void offer(List<Path> dropped) {
    Path first = dropped.getFirst();
    boolean folder = dropped.size() == 1 && Files.isDirectory(first);
    if (folder && (project.get().isEmpty() || new ProjectFolder(first).holdsProject())) {
      open(first, Place.DATA);
    } else if (project.get().isEmpty()) {
      tell(words -> words.of("window.drop.no-project"));
    } else {
      go(folder && place.get() == Place.BASE_MODEL ? Place.BASE_MODEL : Place.DATA);
      offered.set(dropped);
      offered.set(List.of());
    }
  }

  /// Opens a project and goes to one of its pages.
  public void open(Path folder, Place then) {
    if (project.get().filter(open -> open.folder().equals(folder)).isPresent()) {
      go(then);
      return;
    }
    start("open project", context -> ProjectSession.open(folder, services.clock()), then);
  }

  /// Starts a job that leaves a project open, and takes the project in place of the present one.
  public void start(String name, Job<ProjectSession> job, Place then) {
    if (busy.get() || opening.get().isPresent()) {
      tell(words -> words.of("window.busy"));
      return;
    }
    recentReader.giveWayTo(() -> startNow(name, job, then));
  }

  private void startNow(String name, Job<ProjectSession> job, Place then) {
    FxJob started =
        jobs.start(
            name,
            job,
            outcome -> {
              opening.set(Optional.empty());
              switch (outcome) {
                case Done(ProjectSession opened) -> take(opened, then);
                case Failed(Throwable cause) -> tell(cause);
                case Cancelled() -> {}
              }
            });
    opening.set(Optional.of(started).filter(running -> running.runningProperty().get()));
  }

  /// The job that is opening a project, if one is.
  public ReadOnlyObjectProperty<Optional<FxJob>> openingProperty() {
    return opening.getReadOnlyProperty();
  }

  private void take(ProjectSession opened, Place then) {
    project
        .get()
        .ifPresent(before ->
            jobs.start(
                "close project",
                context -> {
                  before.close();
                  return before.name();
                },
                outcome -> {}));
    summary.set(Optional.empty());
    project.set(Optional.of(opened));
    refresh();
    go(then);
  }

  /// Reads the project's counts anew; calls that come while it reads are answered by one more read.
  public void refresh() {
    if (project.get().isEmpty()) {
      return;
    }
    if (refreshing) {
      refreshAgain = true;
      return;
    }
    refreshing = true;
    ProjectSession read = project.get().get();
    jobs.start(
        "read counts",
        context -> read.summary(),
        outcome -> {
          refreshing = false;
          switch (outcome) {
            case Done(ProjectSummary counts) -> take(read, counts);
            case Failed(Throwable cause) -> tell(cause);
            case Cancelled() -> {}
          }
          if (refreshAgain) {
            refreshAgain = false;
            refresh();
          }
        });
  }

  private void take(ProjectSession session, ProjectSummary counts) {
    if (project.get().filter(open -> open == session).isPresent()) {
      summary.set(Optional.of(counts));
      recents.remember(session.folder(), counts, services.clock().instant());
    }
  }

  /// Reads the list of base models anew.
  public void refreshModels() {
    jobs.start(
        "list base models",
        context -> services.catalogue().list(),
        outcome -> {
          switch (outcome) {
            case Done(List<BaseModel> found) -> models.set(found);
            case Failed(Throwable cause) -> tell(cause);
            case Cancelled() -> {}
          }
        });
  }

  /// The name of a base model, or its id where it is not on this machine.
  public String modelName(String id) {
    return models.get().stream()
        .filter(model -> model.id().equals(id))
        .map(BaseModel::name)
        .findFirst()
        .orElse(id);
  }

  private void showSteps() {
    steps.set(
        summary
            .get()
            .map(counts -> StepState.of(counts, modelName(counts.baseModel())))
            .orElseGet(Map::of));
  }
}
