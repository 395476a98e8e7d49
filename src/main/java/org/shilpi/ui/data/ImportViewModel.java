package org.shilpi.ui.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.data.Known;
import org.shilpi.data.Role;
import org.shilpi.data.Separated;
import org.shilpi.data.Split;
import org.shilpi.job.Job;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.workflow.CutOff;
import org.shilpi.workflow.FileReading;
import org.shilpi.workflow.ImportData;
import org.shilpi.workflow.ImportOrder;
import org.shilpi.workflow.ImportRequest;
import org.shilpi.workflow.ImportSummary;
import org.shilpi.workflow.ProjectSession;

/// Files on their way in: how they are understood, what the user corrects, and the import itself.
public final class ImportViewModel {
  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Optional<FilePreview>> preview =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Batch>> batch =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Throwable>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<FxJob>> running =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ImportResult>> result =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<CutOff>> cutOff =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private Optional<ImportRequest> request = Optional.empty();
  private int asked;

  ImportViewModel(Workspace workspace) {
    this.workspace = workspace;
    workspace
        .projectProperty()
        .addListener((property, before, now) -> {
          forget();
          lookForCutOff();
        });
    workspace
        .offeredProperty()
        .addListener((property, before, now) -> {
          if (!now.isEmpty() && workspace.placeProperty().get() == Place.DATA) {
            look(now);
          }
        });
  }

  /// The file that is being mapped.
  ReadOnlyObjectProperty<Optional<FilePreview>> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// The files that wait to come in together.
  ReadOnlyObjectProperty<Optional<Batch>> batchProperty() {
    return batch.getReadOnlyProperty();
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
  ReadOnlyObjectProperty<Optional<ImportResult>> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /// An import that was cut off, until somebody decides about it.
  ReadOnlyObjectProperty<Optional<CutOff>> cutOffProperty() {
    return cutOff.getReadOnlyProperty();
  }

  /// Whether a file is being looked into.
  ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  Split split() {
    return batch
        .get()
        .map(Batch::split)
        .or(() -> request.map(ImportRequest::split))
        .orElse(Split.NONE);
  }

  /// Whether nobody corrected yet how the file is read.
  boolean found() {
    return request
        .map(ImportRequest::reading)
        .filter(reading ->
            reading.format().isEmpty()
                && reading.charset().isEmpty()
                && reading.cells().equals(Separated.FOUND))
        .isPresent();
  }

  /// Whether there are texts that a file could repeat.
  boolean somethingIn() {
    return workspace.summaryProperty().get().filter(facts -> facts.texts() > 0).isPresent();
  }

  Known known() {
    return batch
        .get()
        .map(Batch::known)
        .or(() -> request.map(ImportRequest::known))
        .orElse(Known.REFUSE_FILE);
  }

  /// Looks into a file, or at what several files and folders hold.
  void look(List<Path> paths) {
    Path first = paths.getFirst();
    if (paths.size() == 1 && !Files.isDirectory(first)) {
      ask(ImportRequest.of(first));
    } else {
      start(
          "look at files",
          session -> context -> verb(session).endings(paths),
          endings -> {
            preview.set(Optional.empty());
            batch.set(
                Optional.of(
                    new Batch(paths, endings, false, false, Split.NONE, Known.REFUSE_FILE)));
          });
    }
  }

  void chooseFormat(String format) {
    read(reading -> reading.withFormat(format));
  }

  void chooseCharset(String charset) {
    read(reading -> reading.withCharset(charset));
  }

  /// Says how the cells of a table are parted.
  void chooseCells(UnaryOperator<Separated> change) {
    read(reading -> reading.withCells(change.apply(reading.cells())));
  }

  void chooseSplit(Split split) {
    request = request.map(r -> new ImportRequest(r.file(), r.reading(), split, r.known()));
    changeBatch(
        b -> new Batch(b.paths(), b.endings(), b.folderLabel(), b.attachments(), split, b.known()));
  }

  /// Says what becomes of texts that came in before.
  void chooseKnown(Known known) {
    request = request.map(r -> new ImportRequest(r.file(), r.reading(), r.split(), known));
    showAgain();
    changeBatch(
        b -> new Batch(b.paths(), b.endings(), b.folderLabel(), b.attachments(), b.split(), known));
  }

  /// Whether the name of its folder is a text's label, and whether what is attached comes in, too.
  void chooseForAll(boolean folderLabel, boolean attachments) {
    changeBatch(
        b -> new Batch(b.paths(), b.endings(), folderLabel, attachments, b.split(), b.known()));
  }

  private void changeBatch(UnaryOperator<Batch> change) {
    batch.set(batch.get().map(change));
  }

  /// Says what a column holds.
  void chooseRole(FilePreview shown, int column, Role role) {
    List<String> columns = shown.columns();
    String name = columns.get(column);
    Map<String, Role> others = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Role held = i == column ? role : shown.roles().get(i);
      if (held != Role.TEXT && held != Role.LABEL && (held != role || i == column)) {
        others.put(columns.get(i), held);
      }
    }
    String text = role == Role.TEXT ? name : columns.get(shown.text());
    String label = role == Role.LABEL ? name : shown.label().map(columns::get).orElse("");
    String labels = label.equals(name) && role != Role.LABEL ? "" : label;
    others.remove(text);
    others.remove(labels);
    read(reading -> reading.withText(text).withLabel(labels).withRoles(others));
  }

  private void read(UnaryOperator<FileReading> change) {
    request.ifPresent(
        r -> ask(new ImportRequest(r.file(), change.apply(r.reading()), r.split(), r.known())));
  }

  /// Puts the file away; nothing of it came in.
  void forget() {
    asked++;
    request = Optional.empty();
    reading.set(false);
    preview.set(Optional.empty());
    batch.set(Optional.empty());
    failure.set(Optional.empty());
    result.set(Optional.empty());
  }

  private void ask(ImportRequest wanted) {
    start(
        "look into file",
        session -> context -> verb(session).preview(wanted, context),
        found -> {
          // What came in before as a whole stays out unless somebody wants it twice.
          request =
              Optional.of(
                  found.before().isPresent() && wanted.known() == Known.REFUSE_FILE
                      ? new ImportRequest(
                          wanted.file(), wanted.reading(), wanted.split(), Known.LEAVE_OUT)
                      : wanted);
          batch.set(Optional.empty());
          preview.set(Optional.of(FilePreview.of(wanted.file(), found)));
        });
  }

  // Also where what was asked for cannot be: the choices show what holds.
  private void showAgain() {
    Optional<FilePreview> holds = preview.get();
    preview.set(Optional.empty());
    preview.set(holds);
  }

  private ImportData verb(ProjectSession session) {
    return new ImportData(session, workspace.services().documents());
  }

  private interface Look<R> {
    Job<R> into(ProjectSession session);
  }

  private <R> void start(String name, Look<R> look, Consumer<R> receiver) {
    Optional<ProjectSession> session = workspace.projectProperty().get();
    if (session.isEmpty() || running.get().isPresent()) {
      return;
    }
    int number = ++asked;
    reading.set(true);
    workspace.work(
        name,
        look.into(session.get()),
        outcome -> {
          // Only the answer to the newest question counts.
          if (number == asked) {
            reading.set(false);
            failure.set(Optional.empty());
            switch (outcome) {
              case Done(R found) -> receiver.accept(found);
              case Failed(Throwable cause) -> {
                failure.set(Optional.of(cause));
                showAgain();
              }
              case Cancelled() -> {}
            }
            lookForCutOff();
          }
        });
  }

  /// Brings in what is shown, as it is shown now.
  void bringIn() {
    batch
        .get()
        .map(Batch::order)
        .or(() -> preview.get().flatMap(this::asShown))
        .ifPresent(order -> carryOut(order, verb -> context -> verb.run(order, context)));
  }

  /// Goes on with the import that was cut off.
  void goOn() {
    cutOff
        .get()
        .ifPresent(earlier -> carryOut(earlier.order(), verb -> context -> verb.goOn(context)));
  }

  /// Brings in anew what an import brought that was cut off.
  void startAnew() {
    cutOff
        .get()
        .ifPresent(earlier ->
            carryOut(
                earlier.order(),
                verb ->
                    context -> {
                      verb.withdraw();
                      return verb.run(earlier.order(), context);
                    }));
  }

  /// Takes back what the import that was cut off had brought.
  void withdraw() {
    start(
        "withdraw import",
        session -> context -> verb(session).withdraw(),
        gone -> workspace.tell(words -> words.of("window.data.cut-off.gone")));
  }

  private void carryOut(ImportOrder order, Function<ImportData, Job<ImportSummary>> work) {
    if (running.get().isPresent()) {
      return;
    }
    ProjectSession session = workspace.projectProperty().get().orElseThrow();
    failure.set(Optional.empty());
    FxJob job =
        workspace.work(
            "import",
            work.apply(verb(session)),
            outcome -> {
              running.set(Optional.empty());
              switch (outcome) {
                case Done(ImportSummary summary) -> {
                  forget();
                  result.set(Optional.of(ImportResult.of(order, summary)));
                }
                case Failed(Throwable cause) -> failure.set(Optional.of(cause));
                case Cancelled() -> workspace.tell(words -> words.of("window.data.stopped"));
              }
              lookForCutOff();
            });
    running.set(Optional.of(job).filter(started -> started.runningProperty().get()));
  }

  private void lookForCutOff() {
    cutOff.set(workspace.projectProperty().get().flatMap(ProjectSession::cutOff));
  }

  /// What was a guess and was not corrected is meant as it was shown.
  private Optional<ImportOrder> asShown(FilePreview shown) {
    return request.map(known -> {
      FileReading exact =
          new FileReading(
              Optional.of(shown.format()),
              Optional.of(shown.charset()).filter(name -> !name.isEmpty()),
              shown.cells(),
              shown.mapped() ? Optional.of(shown.columns().get(shown.text())) : Optional.empty(),
              shown.mapped()
                  ? Optional.of(shown.label().map(shown.columns()::get).orElse(""))
                  : Optional.empty(),
              known.reading().roles());
      return new ImportOrder(
          List.of(known.file()), exact, false, known.split(), known.known(), false);
    });
  }
}
