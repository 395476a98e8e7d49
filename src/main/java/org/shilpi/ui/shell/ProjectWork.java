package org.shilpi.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.Job;
import org.shilpi.job.Outcome;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;
import org.shilpi.ui.FxJob;
import org.shilpi.workflow.ProjectSession;

/// What one side of a page does with the open project: one long job at a time, and why the last one
/// failed. What comes back after another project was opened is dropped.
public final class ProjectWork {
  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Optional<FxJob>> running =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Throwable>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public ProjectWork(Workspace workspace) {
    this.workspace = workspace;
    workspace
        .projectProperty()
        .addListener((property, before, now) -> failure.set(Optional.empty()));
  }

  /// The job that is going on.
  public ReadOnlyObjectProperty<Optional<FxJob>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// Why the last job failed.
  public ReadOnlyObjectProperty<Optional<Throwable>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  public boolean busy() {
    return running.get().isPresent();
  }

  /// Starts a job, unless one is going on.
  ///
  /// @param done takes what it brought, on the window's thread
  public <R extends @Nullable Object> void start(
      String name, Function<ProjectSession, Job<R>> work, Consumer<R> done) {
    Optional<ProjectSession> session = workspace.projectProperty().get();
    if (session.isEmpty() || busy()) {
      return;
    }
    failure.set(Optional.empty());
    FxJob job =
        workspace.work(
            name,
            work.apply(session.get()),
            outcome -> {
              running.set(Optional.empty());
              take(session.get(), outcome, done);
            });
    running.set(Optional.of(job).filter(started -> started.runningProperty().get()));
  }

  /// Reads something short, also beside a job.
  public <R extends @Nullable Object> void read(
      String name, Function<ProjectSession, Job<R>> work, Consumer<R> done) {
    workspace
        .projectProperty()
        .get()
        .ifPresent(session ->
            workspace
                .jobs()
                .start(name, work.apply(session), outcome -> take(session, outcome, done)));
  }

  private <R extends @Nullable Object> void take(
      ProjectSession session, Outcome<R> outcome, Consumer<R> done) {
    if (workspace.projectProperty().get().filter(open -> open == session).isEmpty()) {
      return;
    }
    switch (outcome) {
      case Done(R result) -> done.accept(result);
      case Failed(Throwable cause) -> failure.set(Optional.of(cause));
      case Cancelled() -> {}
    }
  }
}
