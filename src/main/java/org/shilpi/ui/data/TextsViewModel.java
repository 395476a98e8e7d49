package org.shilpi.ui.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.data.Labeled;
import org.shilpi.data.TextFilter;
import org.shilpi.job.Outcome;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;
import org.shilpi.ui.FxJob;
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

  private final ReadOnlyObjectWrapper<Optional<PagedTexts>> found =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private TextFilter filter = TextFilter.ALL;
  private Optional<FxJob> search = Optional.empty();

  TextsViewModel(Workspace workspace) {
    this.workspace = workspace;
    workspace
        .projectProperty()
        .addListener((property, before, now) -> {
          content.set(Optional.empty());
          look(TextFilter.ALL);
        });
  }

  /// What the texts in view are picked by.
  TextFilter filter() {
    return filter;
  }

  /// The texts that the filter lets through, empty where it lets all through.
  ReadOnlyObjectProperty<Optional<PagedTexts>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /// Whether texts are being looked for.
  ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /// Shows only some texts. A search that still goes on for another filter ends.
  void look(TextFilter wanted) {
    search.ifPresent(FxJob::cancel);
    search = Optional.empty();
    filter = wanted;
    Optional<ProjectSession> session = workspace.projectProperty().get();
    if (wanted.equals(TextFilter.ALL) || session.isEmpty()) {
      looking.set(false);
      found.set(Optional.empty());
      return;
    }
    looking.set(true);
    search =
        Optional.of(
            workspace
                .jobs()
                .start(
                    "look for texts",
                    context -> new BrowseTexts(session.get()).find(wanted, context),
                    outcome -> answered(session.get(), wanted, outcome)));
  }

  private void answered(ProjectSession session, TextFilter wanted, Outcome<long[]> outcome) {
    boolean newest =
        filter.equals(wanted)
            && workspace.projectProperty().get().filter(open -> open == session).isPresent();
    if (!newest) {
      return;
    }
    switch (outcome) {
      case Done(long[] ids) -> {
        looking.set(false);
        found.set(Optional.of(only(session, ids)));
      }
      case Failed(Throwable cause) -> {
        looking.set(false);
        workspace.tell(cause);
      }
      case Cancelled() -> {}
    }
  }

  private PagedTexts only(ProjectSession session, long[] ids) {
    return new PagedTexts(
        ids.length,
        place -> ids[place],
        (from, receiver) -> {
          long[] page = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + PagedTexts.PAGE));
          rows(session, verb -> verb.these(LongStream.of(page).boxed().toList()), receiver);
        });
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
      PagedTexts texts =
          new PagedTexts(
              Math.toIntExact(counts.texts()),
              (from, receiver) ->
                  rows(session, verb -> verb.page(from, PagedTexts.PAGE), receiver));
      content.set(
          Optional.of(
              new Content(
                  texts,
                  counts.labeled(),
                  counts.labels(),
                  counts.rejected(),
                  counts.stayedOut())));
      look(filter);
    }
  }

  private void rows(
      ProjectSession session,
      Function<BrowseTexts, List<Labeled>> page,
      Consumer<List<TextRow>> receiver) {
    List<String> names =
        content.get().map(shown -> List.copyOf(shown.labels().keySet())).orElse(List.of());
    workspace
        .jobs()
        .start(
            "read page of texts",
            context ->
                page.apply(new BrowseTexts(session)).stream()
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
