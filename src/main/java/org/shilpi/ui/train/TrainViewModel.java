package org.shilpi.ui.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.data.Split;
import org.shilpi.job.Job;
import org.shilpi.job.JobContext;
import org.shilpi.job.Outcome;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;
import org.shilpi.job.Problem;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingSpec;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.FxJobs;
import org.shilpi.ui.shell.Machine;
import org.shilpi.ui.shell.MachineWatch;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.ui.train.Forecasts.Known;
import org.shilpi.workflow.LabelExamples;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.ProjectSummary;
import org.shilpi.workflow.ReviewRuns;
import org.shilpi.workflow.TrainModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the Train page knows: the project's runs, the one in view with its history, the one that is
/// learning, and what was chosen for the next.
public final class TrainViewModel {
  private static final Logger log = LoggerFactory.getLogger(TrainViewModel.class);

  private record Found(List<RunFacts> runs, Map<String, Integer> counts) {}

  private final Workspace workspace;
  private final MachineWatch machine;
  private final Forecasts forecasts;
  private final ReadOnlyObjectWrapper<List<RunFacts>> runs = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Map<String, Integer>> counts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Optional<RunFacts>> picked =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<RunHistory> history =
      new ReadOnlyObjectWrapper<>(RunHistory.none());
  private final ReadOnlyObjectWrapper<Optional<FxJob>> job =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<TrainingChoice> choice =
      new ReadOnlyObjectWrapper<>(TrainingChoice.standard());
  private final Map<String, Map<Split, Integer>> partsByData = new HashMap<>();
  private Optional<Long> learning = Optional.empty();
  private RunHistory live = RunHistory.none();
  private Optional<Throwable> failure = Optional.empty();
  private boolean choosing;

  public TrainViewModel(Workspace workspace, MachineWatch machine) {
    this.workspace = workspace;
    this.machine = machine;
    this.forecasts = new Forecasts(workspace);
    workspace.projectProperty().addListener(change -> forget());
  }

  /// The project's runs, newest first.
  ReadOnlyObjectProperty<List<RunFacts>> runsProperty() {
    return runs.getReadOnlyProperty();
  }

  /// Texts by label, in the labels' order.
  ReadOnlyObjectProperty<Map<String, Integer>> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /// How the project stands, with the privacy gate.
  ReadOnlyObjectProperty<Optional<ProjectSummary>> gateProperty() {
    return workspace.summaryProperty();
  }

  void goToPrivacy() {
    workspace.goToPrivacy();
  }

  /// The run in view; empty while the next one is chosen.
  ReadOnlyObjectProperty<Optional<RunFacts>> pickedProperty() {
    return picked.getReadOnlyProperty();
  }

  /// What the run in view told.
  ReadOnlyObjectProperty<RunHistory> historyProperty() {
    return history.getReadOnlyProperty();
  }

  /// The training that goes on.
  ReadOnlyObjectProperty<Optional<FxJob>> jobProperty() {
    return job.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty stoppingProperty() {
    return stopping.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<TrainingChoice> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  void choose(TrainingChoice newChoice) {
    choice.set(newChoice);
    foretell();
  }

  /// What each depth would take.
  ReadOnlyObjectProperty<Known> forecastsProperty() {
    return forecasts.knownProperty();
  }

  /// Bytes of memory that a run could get now.
  Optional<Long> freeMemory() {
    return machine.machineProperty().get().map(Machine::memoryFree);
  }

  private void foretell() {
    if (picked.get().isEmpty() && job.get().isEmpty() && new Material(counts.get()).enough()) {
      forecasts.ask(counts.get(), choice.get());
    }
  }

  /// Whether the run in view is the one that is learning now.
  boolean pickedIsLearning() {
    return picked
        .get()
        .map(RunFacts::id)
        .filter(id -> learning.equals(Optional.of(id)))
        .isPresent();
  }

  /// Reads runs and labels anew.
  void refresh() {
    workspace
        .projectProperty()
        .get()
        .ifPresent(project -> {
          Map<String, Map<Split, Integer>> known = Map.copyOf(partsByData);
          workspace
              .jobs()
              .start(
                  "read runs",
                  context -> find(project, known),
                  outcome -> {
                    switch (outcome) {
                      case Done(Found found) -> show(found);
                      case Failed(Throwable cause) -> workspace.tell(cause);
                      case Cancelled() -> {}
                    }
                  });
        });
  }

  /// Starts the run that was chosen.
  void start() {
    TrainingSpec spec = choice.get().spec();
    learn(
        "train",
        RunHistory.none(),
        (project, context, events) -> verb(project).run(spec, context, events));
  }

  /// Goes on with a run that stands still.
  void resume(RunFacts run) {
    learning = Optional.of(run.id());
    learn(
        "resume training",
        history.get(),
        (project, context, events) -> verb(project).resume(run.id(), context, events));
  }

  /// Asks the run that is learning to stop after it has written a checkpoint.
  void stop() {
    job.get()
        .ifPresent(going -> {
          stopping.set(true);
          going.cancel();
        });
  }

  /// Brings a run into view.
  void pick(RunFacts run) {
    choosing = false;
    boolean other = picked.get().filter(before -> before.id() == run.id()).isEmpty();
    picked.set(Optional.of(run));
    if (pickedIsLearning()) {
      history.set(live);
    } else if (other || history.get().equals(RunHistory.none())) {
      history.set(RunHistory.none());
      read(run);
    }
  }

  /// Goes back to choosing.
  void chooseNext() {
    choosing = true;
    picked.set(Optional.empty());
    history.set(RunHistory.none());
    foretell();
  }

  /// The name of the base model that a run started from.
  String modelName(RunFacts run) {
    return workspace.modelName(run.run().baseModel());
  }

  void go(Place place) {
    workspace.go(place);
  }

  private interface Learning {
    Run on(ProjectSession project, JobContext context, Consumer<TrainingEvent> events)
        throws Exception;
  }

  private void learn(String name, RunHistory before, Learning work) {
    if (job.get().isPresent() || workspace.projectProperty().get().isEmpty()) {
      return;
    }
    ProjectSession project = workspace.projectProperty().get().get();
    forecasts.stop();
    live = before;
    choosing = false;
    Consumer<TrainingEvent> events = FxJobs.batches(this::heard);
    Job<Run> training = context -> work.on(project, context, events);
    FxJob started = workspace.work(name, training, this::ended);
    job.set(Optional.of(started));
    if (learning.isPresent()) {
      picked.get().ifPresent(this::pick);
    }
  }

  private TrainModel verb(ProjectSession project) {
    return new TrainModel(
        project, workspace.services().catalogue(), workspace.services().trainer());
  }

  private void heard(List<TrainingEvent> events) {
    if (job.get().isEmpty()) {
      return;
    }
    live = live.with(events);
    if (learning.isEmpty()) {
      refresh();
    } else if (pickedIsLearning()) {
      history.set(live);
    }
  }

  private void ended(Outcome<Run> outcome) {
    job.set(Optional.empty());
    stopping.set(false);
    learning = Optional.empty();
    failure = outcome instanceof Failed(Throwable cause) ? Optional.of(cause) : Optional.empty();
    picked.get().ifPresent(this::read);
    refresh();
  }

  private void read(RunFacts run) {
    workspace
        .projectProperty()
        .get()
        .ifPresent(project ->
            workspace
                .jobs()
                .start(
                    "read events",
                    context -> RunHistory.of(project.events(run.id())),
                    outcome -> {
                      if (outcome instanceof Done(RunHistory told)
                          && picked.get().filter(now -> now.id() == run.id()).isPresent()
                          && !pickedIsLearning()) {
                        history.set(told);
                      }
                    }));
  }

  private void show(Found found) {
    found.runs().forEach(run -> partsByData.put(run.run().fingerprint(), run.parts()));
    explainFailure(found.runs());
    counts.set(found.counts());
    runs.set(found.runs());
    if (job.get().isPresent() && learning.isEmpty() && !found.runs().isEmpty()) {
      RunFacts newest = found.runs().getFirst();
      if (newest.state() == RunState.RUNNING) {
        learning = Optional.of(newest.id());
        pick(newest);
        workspace.refresh();
        return;
      }
    }
    if (!choosing) {
      Optional<Long> before = picked.get().map(RunFacts::id);
      found.runs().stream()
          .filter(run -> before.isEmpty() || before.get() == run.id())
          .findFirst()
          .ifPresent(this::pick);
    }
    foretell();
  }

  /// A run that failed says why itself; what failed before there was a run is said here.
  private void explainFailure(List<RunFacts> now) {
    failure.ifPresent(cause -> {
      boolean told =
          !now.isEmpty()
              && (now.getFirst().run().failure().isPresent() && cause instanceof Problem);
      if (!told) {
        workspace.tell(cause);
      }
      failure = Optional.empty();
    });
  }

  private void forget() {
    runs.set(List.of());
    counts.set(Map.of());
    forecasts.stop();
    partsByData.clear();
    learning = Optional.empty();
    live = RunHistory.none();
    chooseNext();
    choosing = false;
  }

  private static Found find(ProjectSession project, Map<String, Map<Split, Integer>> known) {
    ReviewRuns review = new ReviewRuns(project);
    Map<String, Map<Split, Integer>> parts = new HashMap<>(known);
    List<RunFacts> found = new ArrayList<>();
    for (Run run : project.runs()) {
      found.add(
          new RunFacts(run, parts.computeIfAbsent(run.fingerprint(), data -> parts(review, run))));
    }
    return new Found(found, new LabelExamples(project).counts());
  }

  /// Runs with damaged data are still worth showing; opening one to train on it says what is wrong.
  private static Map<Split, Integer> parts(ReviewRuns review, Run run) {
    try {
      return review.parts(run);
    } catch (IOException | Problem damaged) {
      log.warn("Run {} has lost its data", run.id(), damaged);
      return Map.of();
    }
  }
}
