package org.shilpi.ui.data.splits;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.data.Dealing;
import org.shilpi.evaluate.TestSize;
import org.shilpi.job.JobContext;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.shell.ProjectWork;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.workflow.DealTexts;
import org.shilpi.workflow.LabelExamples;
import org.shilpi.workflow.ProjectSession;

/// How a run started now would have its texts dealt, and the rule.
public final class SplitsViewModel {
  /// What the page draws at once.
  ///
  /// @param labels of the project, in order: a label's place is its colour
  record Dealt(DealTexts.Parts parts, List<String> labels) {
    TestSize size() {
      return parts.size();
    }
  }

  private final ProjectWork work;
  private final ReadOnlyObjectWrapper<Optional<Dealt>> dealt =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public SplitsViewModel(Workspace workspace) {
    this.work = new ProjectWork(workspace);
    workspace.projectProperty().addListener((property, before, now) -> dealt.set(Optional.empty()));
    // Numbers that no longer hold must not stand below the reason.
    work.failureProperty()
        .addListener(
            (property, before, now) -> now.ifPresent(cause -> dealt.set(Optional.empty())));
  }

  ReadOnlyObjectProperty<Optional<Dealt>> dealtProperty() {
    return dealt.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<FxJob>> runningProperty() {
    return work.runningProperty();
  }

  /// Why the texts cannot be dealt: mostly that there are too few labels yet.
  ReadOnlyObjectProperty<Optional<Throwable>> failureProperty() {
    return work.failureProperty();
  }

  /// Deals anew; nothing is frozen by looking.
  public void refresh() {
    work.start("deal texts", session -> context -> look(session, context), this::take);
  }

  /// Deals by another rule, from now on.
  void choose(Dealing.By by) {
    work.start(
        "choose split",
        session ->
            context -> {
              new DealTexts(session).choose(by);
              return look(session, context);
            },
        this::take);
  }

  private static Dealt look(ProjectSession session, JobContext context) throws IOException {
    return new Dealt(
        new DealTexts(session).look(context),
        List.copyOf(new LabelExamples(session).counts().keySet()));
  }

  private void take(Dealt now) {
    dealt.set(Optional.of(now));
  }
}
