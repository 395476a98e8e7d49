package org.shilpi.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.workflow.BrowseTexts;
import org.shilpi.workflow.ImportData;
import org.shilpi.workflow.LabelExamples;
import org.shilpi.workflow.ProjectSession;

/// What is in the project: its texts page by page, texts a label, and the rows that stayed out.
public final class TextsViewModel {
  /// Everything the page draws at once.
  ///
  /// @param labeled how many texts somebody judged
  /// @param labels texts a label, in the labels' order
  /// @param stayedOut the newest rows that were turned away, at most 500
  record Content(
      PagedTexts texts,
      int labeled,
      Map<String, Integer> labels,
      int rejected,
      List<StayedOut> stayedOut) {}

  private record Counts(
      long texts,
      int labeled,
      Map<String, Integer> labels,
      int rejected,
      List<StayedOut> stayedOut) {}

  private static final int MOST_REJECTED = 500;

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Optional<Content>> content =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  TextsViewModel(Workspace workspace) {
    this.workspace = workspace;
    workspace
        .projectProperty()
        .addListener((property, before, now) -> content.set(Optional.empty()));
  }

  /// Empty until it was read for the first time.
  ReadOnlyObjectProperty<Optional<Content>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /// Reads everything anew.
  void refresh() {
    workspace.projectProperty().get().ifPresent(this::read);
  }

  private void read(ProjectSession session) {
    workspace
        .jobs()
        .start(
            "read texts",
            context -> counts(session),
            outcome -> {
              switch (outcome) {
                case Done(Counts counts) -> show(session, counts);
                case Failed(Throwable cause) -> workspace.tell(cause);
                case Cancelled() -> {}
              }
            });
  }

  private static Counts counts(ProjectSession session) {
    return new Counts(
        new BrowseTexts(session).count(),
        new LabelExamples(session).labeled(),
        new LabelExamples(session).counts(),
        session.summary().rejected(),
        new ImportData(session).rejected(MOST_REJECTED).stream().map(StayedOut::of).toList());
  }

  private void show(ProjectSession session, Counts counts) {
    if (workspace.projectProperty().get().filter(open -> open == session).isPresent()) {
      List<String> names = List.copyOf(counts.labels().keySet());
      PagedTexts texts =
          new PagedTexts(
              Math.toIntExact(counts.texts()),
              (from, receiver) -> page(session, from, names, receiver));
      content.set(
          Optional.of(
              new Content(
                  texts,
                  counts.labeled(),
                  counts.labels(),
                  counts.rejected(),
                  counts.stayedOut())));
    }
  }

  private void page(
      ProjectSession session, int from, List<String> names, Consumer<List<TextRow>> receiver) {
    workspace
        .jobs()
        .start(
            "read page of texts",
            context ->
                new BrowseTexts(session)
                    .page(from, PagedTexts.PAGE).stream()
                        .map(found -> TextRow.of(found, names))
                        .toList(),
            outcome -> {
              if (outcome instanceof Done(List<TextRow> rows)) {
                receiver.accept(rows);
              }
            });
  }

  /// Writes all rows that stayed out, with their reasons.
  void saveRejected(Path file) {
    ProjectSession session = workspace.projectProperty().get().orElseThrow();
    workspace.work(
        "save rejected rows",
        context -> {
          new ImportData(session).exportRejected(file);
          return file;
        },
        outcome -> {
          switch (outcome) {
            case Done(Path saved) ->
                workspace.tell(words -> words.of("window.data.saved", saved.toString()));
            case Failed(Throwable cause) -> workspace.tell(cause);
            case Cancelled() -> {}
          }
        });
  }
}
