package org.shilpi.ui.data.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.quality.Kind;
import org.shilpi.quality.Mend;
import org.shilpi.quality.Severity;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.shell.ProjectWork;
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
  /// @param clean kinds that were looked for and not found
  /// @param labels of the project, in order: a label's place is its colour
  record Report(
      boolean current, long texts, List<Entry> entries, List<Kind> clean, List<String> labels) {
    static Report of(QualityReport report, List<String> labels) {
      return new Report(
          report.current(),
          report.texts(),
          report.findings().stream().map(Entry::of).toList(),
          report.clean(),
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
  private final ProjectWork work;
  private final ReadOnlyObjectWrapper<Optional<Report>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Look>> look =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<LastMend>> lastMend =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Filter> filter = new ReadOnlyObjectWrapper<>(Filter.OPEN);

  public QualityViewModel(Workspace workspace) {
    this.workspace = workspace;
    this.work = new ProjectWork(workspace);
    workspace.projectProperty().addListener((property, before, now) -> forget());
  }

  private void forget() {
    report.set(Optional.empty());
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
    return work.runningProperty();
  }

  ReadOnlyObjectProperty<Optional<Throwable>> failureProperty() {
    return work.failureProperty();
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
    if (work.busy()) {
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

  private Optional<Report> newest(ProjectSession session) {
    return verb(session).last().map(last -> Report.of(last, labels(session)));
  }

  private static List<String> labels(ProjectSession session) {
    return List.copyOf(new LabelExamples(session).counts().keySet());
  }

  private CheckQuality verb(ProjectSession session) {
    return new CheckQuality(session, workspace.services().catalogue());
  }

  /// Looks at all texts anew.
  void check() {
    work.start(
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
    work.start(
        "mend data",
        session -> context -> new MendData(session).mend(entry.id(), context),
        this::mended);
  }

  /// Sets one text aside.
  void setAside(Passage passage) {
    work.start(
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
            work.start(
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
    work.read(
        "read texts of finding",
        session ->
            context ->
                verb(session).texts(entry.id(), before.size(), PAGE).stream()
                    .map(Passage::of)
                    .toList(),
        next -> {
          List<Passage> all = new ArrayList<>(before);
          all.addAll(next);
          look.set(Optional.of(new Look(entry, List.copyOf(all))));
        });
  }

  /// Goes back to the list.
  void leave() {
    look.set(Optional.empty());
  }
}
