package org.shilpi.ui.data;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.data.Split;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.workflow.ImportData;
import org.shilpi.workflow.ImportReport;
import org.shilpi.workflow.ImportRequest;
import org.shilpi.workflow.ProjectSession;

/// A file on its way in: how it is understood, what the user corrects, and the import itself.
public final class ImportViewModel {
  /// What an import did, for the sentence above the texts.
  record Result(String file, long imported, long rejected, long duplicates, int newLabels) {
    static Result of(Path file, ImportReport report) {
      return new Result(
          String.valueOf(file.getFileName()),
          report.imported(),
          report.rejected(),
          report.duplicates(),
          report.labels().size());
    }
  }

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Optional<FilePreview>> preview =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Throwable>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<FxJob>> running =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Result>> result =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private Optional<ImportRequest> request = Optional.empty();
  private int asked;

  ImportViewModel(Workspace workspace) {
    this.workspace = workspace;
    workspace.projectProperty().addListener((property, before, now) -> forget());
    workspace
        .offeredProperty()
        .addListener((property, before, now) ->
            now.filter(path -> workspace.placeProperty().get() == Place.DATA)
                .ifPresent(this::look));
  }

  /// The file that is being mapped.
  ReadOnlyObjectProperty<Optional<FilePreview>> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// Why a file could not be read or brought in.
  ReadOnlyObjectProperty<Optional<Throwable>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// The import that is going on.
  ReadOnlyObjectProperty<Optional<FxJob>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// What the last import of this project did.
  ReadOnlyObjectProperty<Optional<Result>> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /// Whether a file is being looked into.
  ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  Split split() {
    return request.map(ImportRequest::split).orElse(Split.NONE);
  }

  /// Looks into a file.
  void look(Path file) {
    ask(ImportRequest.of(file));
  }

  void chooseFormat(String format) {
    request.ifPresent(r ->
        ask(
            new ImportRequest(
                r.file(),
                Optional.of(format),
                r.charset(),
                Optional.empty(),
                Optional.empty(),
                r.split())));
  }

  void chooseCharset(String charset) {
    request.ifPresent(r ->
        ask(
            new ImportRequest(
                r.file(),
                r.format(),
                Optional.of(charset),
                Optional.empty(),
                Optional.empty(),
                r.split())));
  }

  void chooseSplit(Split split) {
    request =
        request.map(
            r -> new ImportRequest(r.file(), r.format(), r.charset(), r.text(), r.label(), split));
  }

  /// Says what the columns hold; no label column is an empty string.
  void chooseColumns(String text, String label) {
    request.ifPresent(r ->
        ask(
            new ImportRequest(
                r.file(),
                r.format(),
                r.charset(),
                Optional.of(text),
                Optional.of(label),
                r.split())));
  }

  /// Puts the file away; nothing of it came in.
  void forget() {
    asked++;
    request = Optional.empty();
    reading.set(false);
    preview.set(Optional.empty());
    failure.set(Optional.empty());
    result.set(Optional.empty());
  }

  private void ask(ImportRequest wanted) {
    Optional<ProjectSession> session = workspace.projectProperty().get();
    if (session.isEmpty() || running.get().isPresent()) {
      return;
    }
    int number = ++asked;
    reading.set(true);
    workspace.work(
        "look into file",
        context -> new ImportData(session.get()).preview(wanted),
        outcome -> {
          // Only the answer to the newest question counts.
          if (number == asked) {
            reading.set(false);
            failure.set(Optional.empty());
            switch (outcome) {
              case Done(var found) -> {
                request = Optional.of(wanted);
                preview.set(Optional.of(FilePreview.of(wanted.file(), found)));
              }
              case Failed(Throwable cause) -> failure.set(Optional.of(cause));
              case Cancelled() -> {}
            }
          }
        });
  }

  /// Brings the file in as it is mapped now.
  void bringIn() {
    Optional<FilePreview> shown = preview.get();
    if (request.isEmpty() || shown.isEmpty() || running.get().isPresent()) {
      return;
    }
    ProjectSession session = workspace.projectProperty().get().orElseThrow();
    ImportRequest exact = asShown(request.get(), shown.get());
    failure.set(Optional.empty());
    FxJob job =
        workspace.work(
            "import",
            context -> new ImportData(session).run(exact, context),
            outcome -> {
              running.set(Optional.empty());
              switch (outcome) {
                case Done(var report) -> {
                  forget();
                  result.set(Optional.of(Result.of(exact.file(), report)));
                }
                case Failed(Throwable cause) -> failure.set(Optional.of(cause));
                case Cancelled() -> workspace.tell(words -> words.of("window.data.stopped"));
              }
            });
    running.set(Optional.of(job).filter(started -> started.runningProperty().get()));
  }

  /// What was a guess and was not corrected is meant as it was shown.
  private static ImportRequest asShown(ImportRequest request, FilePreview shown) {
    return new ImportRequest(
        request.file(),
        Optional.of(shown.format()),
        Optional.of(shown.charset()),
        Optional.of(shown.columns().get(shown.text())),
        Optional.of(shown.label().map(shown.columns()::get).orElse("")),
        request.split());
  }
}
