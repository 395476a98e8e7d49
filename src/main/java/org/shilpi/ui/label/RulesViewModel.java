package org.shilpi.ui.label;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;
import org.shilpi.label.Guidelines;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.WriteGuidelines;

/// The guidelines of the open project.
final class RulesViewModel {
  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Guidelines> guidelines =
      new ReadOnlyObjectWrapper<>(Guidelines.NONE);
  private Optional<ProjectSession> project = Optional.empty();

  RulesViewModel(Workspace workspace) {
    this.workspace = workspace;
  }

  ReadOnlyObjectProperty<Guidelines> guidelinesProperty() {
    return guidelines.getReadOnlyProperty();
  }

  void open(Optional<ProjectSession> opened) {
    project = opened;
    guidelines.set(Guidelines.NONE);
    opened.ifPresent(session ->
        workspace.work(
            "read guidelines",
            context -> new WriteGuidelines(session).read(),
            outcome -> {
              switch (outcome) {
                case Done(Guidelines read) -> take(session, read);
                case Failed(Throwable cause) -> workspace.tell(cause);
                case Cancelled() -> {}
              }
            }));
  }

  /// Keeps them.
  ///
  /// @param ended handed what went wrong, or nothing
  void write(String question, String rules, Consumer<Optional<Throwable>> ended) {
    project.ifPresent(session ->
        workspace.work(
            "write guidelines",
            context -> {
              Guidelines written = new Guidelines(question, rules);
              new WriteGuidelines(session).run(written);
              return written;
            },
            outcome -> {
              switch (outcome) {
                case Done(Guidelines written) -> {
                  take(session, written);
                  ended.accept(Optional.empty());
                }
                case Failed(Throwable cause) -> ended.accept(Optional.of(cause));
                case Cancelled() -> {}
              }
            }));
  }

  private void take(ProjectSession session, Guidelines newest) {
    if (project.filter(open -> open == session).isPresent()) {
      guidelines.set(newest);
    }
  }
}
