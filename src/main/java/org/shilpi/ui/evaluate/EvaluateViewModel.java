package org.shilpi.ui.evaluate;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.data.Split;
import org.shilpi.evaluate.Assessment;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;
import org.shilpi.text.Messages;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.workflow.EvaluateModel;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.ProjectSummary;
import org.shilpi.workflow.ReportEvaluation;
import org.shilpi.workflow.ReviewRuns;

/// What the Evaluate page knows: finished runs, the one in view with its evaluation, the evaluated
/// run before it, and the texts of the chosen cell.
public final class EvaluateViewModel {
  /// A run with its evaluation on the test texts, if it was asked.
  record Judged(Run run, Optional<Assessment> assessment) {
    /// Where every text has one label.
    Optional<Evaluation> single() {
      return assessment.filter(Evaluation.class::isInstance).map(Evaluation.class::cast);
    }
  }

  private record Found(List<Run> runs, Optional<Judged> judged, Optional<Judged> before) {}

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<List<Run>> runs = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Judged>> judged =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Cell>> cell =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<MixedUp>> texts = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<FxJob>> job =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Judged> before = Optional.empty();
  private Optional<Long> picked = Optional.empty();

  public EvaluateViewModel(Workspace workspace) {
    this.workspace = workspace;
    workspace.projectProperty().addListener(change -> forget());
    workspace
        .summaryProperty()
        .addListener((summary, old, now) -> {
          // A run that ends while this page is in view must show.
          if (!now.flatMap(ProjectSummary::latest).equals(old.flatMap(ProjectSummary::latest))) {
            refresh();
          }
        });
  }

  /// Finished runs, newest first.
  ReadOnlyObjectProperty<List<Run>> runsProperty() {
    return runs.getReadOnlyProperty();
  }

  /// The run in view; empty where none is finished.
  ReadOnlyObjectProperty<Optional<Judged>> judgedProperty() {
    return judged.getReadOnlyProperty();
  }

  /// The newest evaluated run before the one in view.
  Optional<Judged> before() {
    return before;
  }

  /// The chosen place of the confusion map.
  ReadOnlyObjectProperty<Optional<Cell>> cellProperty() {
    return cell.getReadOnlyProperty();
  }

  /// The texts of the chosen cell, the surest first.
  ReadOnlyObjectProperty<List<MixedUp>> textsProperty() {
    return texts.getReadOnlyProperty();
  }

  /// The evaluation that goes on.
  ReadOnlyObjectProperty<Optional<FxJob>> jobProperty() {
    return job.getReadOnlyProperty();
  }

  void go(Place place) {
    workspace.go(place);
  }

  /// Reads finished runs and the evaluation of the one in view anew.
  void refresh() {
    workspace
        .projectProperty()
        .get()
        .ifPresent(project -> {
          Optional<Long> wanted = picked;
          workspace
              .jobs()
              .start(
                  "read evaluation",
                  context -> find(project, verb(project), wanted),
                  outcome -> {
                    switch (outcome) {
                      case Done(Found found) -> show(found);
                      case Failed(Throwable cause) -> workspace.tell(cause);
                      case Cancelled() -> {}
                    }
                  });
        });
  }

  /// Brings another run into view.
  void pick(Run run) {
    if (!picked.equals(Optional.of(run.id()))) {
      picked = Optional.of(run.id());
      refresh();
    }
  }

  /// Lets the run in view answer on the test texts.
  void evaluate() {
    if (job.get().isPresent()) {
      return;
    }
    workspace
        .projectProperty()
        .get()
        .ifPresent(project ->
            judged
                .get()
                .ifPresent(now -> {
                  EvaluateModel verb = verb(project);
                  job.set(
                      Optional.of(
                          workspace.work(
                              "evaluate",
                              context -> verb.assess(now.run().id(), Split.TEST, context),
                              outcome -> {
                                job.set(Optional.empty());
                                if (outcome instanceof Failed(Throwable cause)) {
                                  workspace.tell(cause);
                                }
                                refresh();
                              })));
                }));
  }

  void stop() {
    job.get().ifPresent(FxJob::cancel);
  }

  /// Writes the report of the run in view.
  ///
  /// @param words the language it is written in
  void saveReport(Path file, Messages words) {
    workspace
        .projectProperty()
        .get()
        .ifPresent(project ->
            judged
                .get()
                .ifPresent(now -> {
                  ReportEvaluation verb =
                      new ReportEvaluation(
                          project, workspace.services().catalogue(), workspace.services().scorer());
                  ReportEvaluation.Voice voice =
                      new ReportEvaluation.Voice(
                          words.locale().getLanguage(), words::of, ZoneId.systemDefault());
                  workspace.work(
                      "write report",
                      context -> {
                        verb.run(now.run().id(), file, voice);
                        return file;
                      },
                      outcome -> {
                        switch (outcome) {
                          case Done(Path saved) ->
                              workspace.tell(w -> w.of("window.evaluate.saved", saved.toString()));
                          case Failed(Throwable cause) -> workspace.tell(cause);
                          case Cancelled() -> {}
                        }
                      });
                }));
  }

  /// A name for the report: the project's and the run's.
  String reportName() {
    String project = workspace.projectProperty().get().map(ProjectSession::name).orElse("");
    return judged.get().map(now -> project + " " + now.run().id()).orElse(project) + ".html";
  }

  /// Chooses a cell and reads its texts.
  void choose(Cell chosen) {
    cell.set(Optional.of(chosen));
    workspace
        .projectProperty()
        .get()
        .ifPresent(project ->
            judged
                .get()
                .ifPresent(now ->
                    workspace
                        .jobs()
                        .start(
                            "read texts",
                            context -> texts(project, now.run().id(), chosen),
                            outcome -> {
                              if (outcome instanceof Done(List<MixedUp> found)
                                  && cell.get().equals(Optional.of(chosen))) {
                                texts.set(found);
                              }
                            })));
  }

  private EvaluateModel verb(ProjectSession project) {
    return new EvaluateModel(
        project, workspace.services().catalogue(), workspace.services().scorer());
  }

  private void show(Found found) {
    boolean same =
        judged.get().map(now -> now.run().id()).equals(found.judged().map(now -> now.run().id()))
            && judged.get().flatMap(Judged::assessment).isPresent();
    runs.set(found.runs());
    before = found.before();
    if (!same) {
      cell.set(Optional.empty());
      texts.set(List.of());
    }
    judged.set(found.judged());
    if (cell.get().isEmpty()) {
      found
          .judged()
          .flatMap(Judged::single)
          .flatMap(evaluation -> Cell.worst(evaluation.confusion()))
          .ifPresent(this::choose);
    }
  }

  private void forget() {
    picked = Optional.empty();
    before = Optional.empty();
    cell.set(Optional.empty());
    texts.set(List.of());
    runs.set(List.of());
    judged.set(Optional.empty());
  }

  private static Found find(ProjectSession project, EvaluateModel verb, Optional<Long> wanted) {
    List<Run> finished =
        project.runs().stream().filter(run -> run.state() == RunState.DONE).toList();
    Optional<Run> run =
        finished.stream()
            .filter(one -> wanted.isEmpty() || wanted.get() == one.id())
            .findFirst()
            .or(() -> finished.stream().findFirst());
    Optional<Judged> now = run.map(one -> new Judged(one, verb.assessed(one.id(), Split.TEST)));
    Optional<Judged> earlier =
        finished.stream()
            .filter(one -> run.isPresent() && one.id() < run.get().id())
            .map(one -> new Judged(one, verb.assessed(one.id(), Split.TEST)))
            .filter(one -> one.assessment().isPresent())
            .findFirst();
    return new Found(finished, now, earlier);
  }

  private static List<MixedUp> texts(ProjectSession project, long run, Cell cell) {
    List<MixedUp> found = new ArrayList<>();
    new ReviewRuns(project)
        .answered(run, Split.TEST, cell.truth(), cell.answer())
        .forEach(text -> found.add(new MixedUp(text.example().text(), text.sure())));
    return found;
  }
}
