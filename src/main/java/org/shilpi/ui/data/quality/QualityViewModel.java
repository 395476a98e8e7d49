package org.shilpi.ui.data.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.Job;
import org.shilpi.job.Outcome;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;
import org.shilpi.quality.Mend;
import org.shilpi.quality.Severity;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.workflow.CheckQuality;
import org.shilpi.workflow.LabelExamples;
import org.shilpi.workflow.MendData;
import org.shilpi.workflow.Mended;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.QualityReport;

/// What is wrong with the project's texts, one finding looked at closely, and the last mending.
public final class QualityViewModel {
  /// The newest report.
  ///
  /// @param current whether nothing changed since
  /// @param texts how many were looked at
  /// @param labels of the project, in order: a label's place is its colour
  record Report(boolean current, long texts, List<Entry> entries, List<String> labels) {
    static Report of(QualityReport report, List<String> labels) {
      return new Report(
          report.current(),
          report.texts(),
          report.findings().stream().map(Entry::of).toList(),
          labels);
    }

    long open() {
      return entries.stream().filter(Entry::open).count();
    }

    boolean serious() {
      return entries.stream()
          .anyMatch(entry -> entry.open() && entry.finding().severity() == Severity.SERIOUS);
    }
  }

  /// A finding with its first texts.
  record Look(Entry entry, List<Passage> passages) {}

  /// What was done last, to be undone.
  record LastMend(long id, Mend verb, long texts) {
    static LastMend of(Mended mended) {
      return new LastMend(mended.mending(), mended.verb(), mended.texts());
    }
  }

  static final int PAGE = 40;

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Optional<Report>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<FxJob>> running =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Throwable>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Look>> look =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<LastMend>> lastMend =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Filter> filter = new ReadOnlyObjectWrapper<>(Filter.OPEN);

  public QualityViewModel(Workspace workspace) {
    this.workspace = workspace;
    workspace.projectProperty().addListener((property, before, now) -> forget());
  }

  private void forget() {
    report.set(Optional.empty());
    failure.set(Optional.empty());
    look.set(Optional.empty());
    lastMend.set(Optional.empty());
    filter.set(Filter.OPEN);
  }

  /// Empty until the project was checked for the first time.
  ReadOnlyObjectProperty<Optional<Report>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /// How many findings wait to be settled, 0 while nobody knows.
  public long open() {
    return report.get().map(Report::open).orElse(0L);
  }

  /// Told about each new report.
  public ReadOnlyObjectProperty<?> changedProperty() {
    return report.getReadOnlyProperty();
  }

  /// The check or mending that is going on.
  ReadOnlyObjectProperty<Optional<FxJob>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Throwable>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// The finding that is looked at closely.
  ReadOnlyObjectProperty<Optional<Look>> lookProperty() {
    return look.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<LastMend>> lastMendProperty() {
    return lastMend.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Filter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  void choose(Filter chosen) {
    filter.set(chosen);
  }

  /// Shows the newest report, and makes a new one where there is none that is still true.
  public void refresh() {
    workspace
        .projectProperty()
        .get()
        .filter(session -> running.get().isEmpty())
        .ifPresent(session ->
            workspace
                .jobs()
                .start(
                    "read quality report",
                    context -> newest(session),
                    outcome -> {
                      if (outcome instanceof Done(Optional<Report> found) && isOpen(session)) {
                        report.set(found);
                        if (found.filter(Report::current).isEmpty()) {
                          check();
                        }
                      } else if (outcome instanceof Failed(Throwable cause)) {
                        failure.set(Optional.of(cause));
                      }
                    }));
  }

  private Optional<Report> newest(ProjectSession session) {
    return verb(session).last().map(last -> Report.of(last, labels(session)));
  }

  private static List<String> labels(ProjectSession session) {
    return List.copyOf(new LabelExamples(session).counts().keySet());
  }

  private CheckQuality verb(ProjectSession session) {
    return new CheckQuality(session, workspace.services().catalogue());
  }

  private boolean isOpen(ProjectSession session) {
    return workspace.projectProperty().get().filter(open -> open == session).isPresent();
  }

  /// Looks at all texts anew.
  void check() {
    work(
        "check quality",
        session ->
            context -> {
              QualityReport made = verb(session).run(context);
              return Report.of(made, labels(session));
            },
        made -> report.set(Optional.of(made)));
  }

  /// Does what a finding offers.
  void mend(Entry entry) {
    work(
        "mend data",
        session -> context -> new MendData(session).mend(entry.id(), context),
        this::mended);
  }

  /// Sets one text aside.
  void setAside(Passage passage) {
    work(
        "set aside",
        session -> context -> new MendData(session).setAside(List.of(passage.member().example())),
        this::mended);
  }

  private void mended(Mended mended) {
    lastMend.set(Optional.of(LastMend.of(mended)));
    look.set(Optional.empty());
    check();
  }

  /// Takes the last mending back.
  void undo() {
    lastMend
        .get()
        .ifPresent(last ->
            work(
                "undo mending",
                session ->
                    context -> {
                      new MendData(session).undo(last.id());
                      return last;
                    },
                undone -> {
                  lastMend.set(Optional.empty());
                  check();
                }));
  }

  /// Accepts a finding as it is, or takes that back.
  void settle(Entry entry, boolean settled) {
    work(
        "settle finding",
        session ->
            context -> {
              if (settled) {
                verb(session).settle(entry.id());
              } else {
                verb(session).reopen(entry.id());
              }
              return newest(session);
            },
        newest -> {
          look.set(Optional.empty());
          report.set(newest);
        });
  }

  /// Looks at a finding's texts.
  void show(Entry entry) {
    read(entry, List.of());
  }

  /// Reads more texts of the finding that is looked at.
  void showMore() {
    look.get().ifPresent(shown -> read(shown.entry(), shown.passages()));
  }

  private void read(Entry entry, List<Passage> before) {
    workspace
        .projectProperty()
        .get()
        .ifPresent(session ->
            workspace
                .jobs()
                .start(
                    "read texts of finding",
                    context ->
                        verb(session).texts(entry.id(), before.size(), PAGE).stream()
                            .map(Passage::of)
                            .toList(),
                    outcome -> {
                      switch (outcome) {
                        case Done(List<Passage> next) -> {
                          List<Passage> all = new ArrayList<>(before);
                          all.addAll(next);
                          look.set(Optional.of(new Look(entry, List.copyOf(all))));
                        }
                        case Failed(Throwable cause) -> workspace.tell(cause);
                        case Cancelled() -> {}
                      }
                    }));
  }

  /// Goes back to the list.
  void leave() {
    look.set(Optional.empty());
  }

  private interface Work<R extends @Nullable Object> {
    Job<R> on(ProjectSession session);
  }

  private interface Receiver<R extends @Nullable Object> {
    void take(R result);
  }

  private <R extends @Nullable Object> void work(String name, Work<R> work, Receiver<R> receiver) {
    Optional<ProjectSession> session = workspace.projectProperty().get();
    if (session.isEmpty() || running.get().isPresent()) {
      return;
    }
    failure.set(Optional.empty());
    FxJob job =
        workspace.work(
            name,
            work.on(session.get()),
            outcome -> {
              running.set(Optional.empty());
              if (isOpen(session.get())) {
                take(outcome, receiver);
              }
            });
    running.set(Optional.of(job).filter(started -> started.runningProperty().get()));
  }

  private <R extends @Nullable Object> void take(Outcome<R> outcome, Receiver<R> receiver) {
    switch (outcome) {
      case Done(R result) -> receiver.take(result);
      case Failed(Throwable cause) -> failure.set(Optional.of(cause));
      case Cancelled() -> {}
    }
  }
}
