package org.shilpi.ui.data.quality;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.quality.Finding;
import org.shilpi.quality.Kind;
import org.shilpi.quality.Mend;
import org.shilpi.quality.Severity;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.shell.ProjectWork;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.workflow.CheckQuality;
import org.shilpi.workflow.FoundFinding;
import org.shilpi.workflow.LabelExamples;
import org.shilpi.workflow.MendData;
import org.shilpi.workflow.Mended;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.QualityReport;
import org.shilpi.workflow.Surveyed;

/// What is wrong with the project's texts, the checks that find it, and the last mending.
public final class QualityViewModel {
  /// The newest report.
  ///
  /// @param current whether nothing changed since
  /// @param texts how many were looked at
  /// @param entries what was found, but for what more labels would bring
  /// @param enough what more labels would bring
  /// @param clean kinds that were looked for and not found
  /// @param deep what a look through the base model would take, or brought
  /// @param labels of the project, in order: a label's place is its colour
  record Report(
      boolean current,
      long texts,
      List<Entry> entries,
      Optional<Finding> enough,
      List<Kind> clean,
      Deep deep,
      List<String> labels) {
    static Report of(QualityReport report, Duration takes, List<String> labels) {
      List<FoundFinding> found = report.findings();
      return new Report(
          report.current(),
          report.texts(),
          found.stream().filter(one -> !tellsEnough(one)).map(Entry::of).toList(),
          found.stream().filter(Report::tellsEnough).map(FoundFinding::finding).findFirst(),
          report.clean(),
          new Deep(takes, report.surveyed(), report.surveyCurrent()),
          labels);
    }

    private static boolean tellsEnough(FoundFinding found) {
      return found.finding().kind() == Kind.ENOUGH;
    }

    long open() {
      return entries.stream().filter(Entry::open).count();
    }

    boolean serious() {
      return entries.stream()
          .anyMatch(entry -> entry.open() && entry.finding().severity() == Severity.SERIOUS);
    }
  }

  /// A look through the base model.
  ///
  /// @param takes how long it would probably take now
  /// @param last when there was one, if ever
  /// @param current whether nothing changed since
  record Deep(Duration takes, Optional<Surveyed> last, boolean current) {}

  /// What was done last, to be undone.
  record LastMend(long id, Mend verb, long texts) {
    static LastMend of(Mended mended) {
      return new LastMend(mended.mending(), mended.verb(), mended.texts());
    }
  }

  private final Workspace workspace;
  private final ProjectWork work;
  private final ReadOnlyObjectWrapper<Optional<Report>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final LookViewModel look;
  private final Deque<LastMend> mends = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Optional<LastMend>> lastMend =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Filter> filter = new ReadOnlyObjectWrapper<>(Filter.OPEN);

  public QualityViewModel(Workspace workspace) {
    this.workspace = workspace;
    this.work = new ProjectWork(workspace);
    this.look = new LookViewModel(work, this);
    workspace.projectProperty().addListener((property, before, now) -> forget());
  }

  private void forget() {
    report.set(Optional.empty());
    look.drop();
    forgetMends();
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
    return work.runningProperty();
  }

  ReadOnlyObjectProperty<Optional<Throwable>> failureProperty() {
    return work.failureProperty();
  }

  /// The finding that is looked at closely.
  LookViewModel look() {
    return look;
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
    // A finding is left by its user, not because he looked at another page in between.
    if (work.busy() || look.open()) {
      return;
    }
    work.read(
        "read quality report",
        session -> context -> newest(session),
        found -> {
          report.set(found);
          if (found.filter(Report::current).isEmpty()) {
            check();
          }
        });
  }

  private Optional<Report> newest(ProjectSession session) throws IOException {
    Optional<QualityReport> last = verb(session).last();
    return last.isEmpty() ? Optional.empty() : Optional.of(told(last.get(), session));
  }

  private Report told(QualityReport report, ProjectSession session) throws IOException {
    return Report.of(report, verb(session).surveyTime(), labels(session));
  }

  private static List<String> labels(ProjectSession session) {
    return List.copyOf(new LabelExamples(session).counts().keySet());
  }

  CheckQuality verb(ProjectSession session) {
    return new CheckQuality(session, workspace.services().catalogue());
  }

  /// Looks at all texts anew.
  void check() {
    work.start(
        "check quality",
        session -> context -> told(verb(session).run(context), session),
        this::take);
  }

  /// Looks at all texts anew, also through the base model.
  void checkDeep() {
    work.start(
        "survey quality",
        session ->
            context ->
                told(verb(session).survey(workspace.services().surveyor(), context), session),
        this::take);
  }

  private void take(Report made) {
    look.drop();
    report.set(Optional.of(made));
  }

  /// Does what a finding offers.
  void mend(Entry entry) {
    work.start(
        "mend data",
        session -> context -> new MendData(session).mend(entry.id(), context),
        this::mended);
  }

  private void mended(Mended mended) {
    did(mended);
    check();
  }

  /// Keeps in mind what was done, to be undone.
  void did(Mended mended) {
    mends.push(LastMend.of(mended));
    lastMend.set(Optional.of(mends.getFirst()));
  }

  void forgetMends() {
    mends.clear();
    lastMend.set(Optional.empty());
  }

  /// Takes the last mending back.
  void undo() {
    if (mends.isEmpty()) {
      return;
    }
    LastMend last = mends.pop();
    lastMend.set(Optional.ofNullable(mends.peek()));
    work.read(
        "undo mending",
        session ->
            context -> {
              new MendData(session).undo(last.id());
              return last;
            },
        undone -> {
          if (look.open()) {
            look.undone();
          } else {
            check();
          }
        });
  }

  /// Accepts a finding as it is, or takes that back.
  void settle(Entry entry, boolean settled) {
    work.start(
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
        newest -> newest.ifPresent(this::take));
  }
}
