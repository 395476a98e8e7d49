package org.shilpi.ui.home;

import java.util.List;
import java.util.Optional;
import org.shilpi.text.Messages;
import org.shilpi.train.RunState;
import org.shilpi.ui.shell.Place;
import org.shilpi.workflow.ProjectSummary;

/// What a project waits for.
///
/// @param place where it is done
/// @param line message key of the short line in the list
/// @param title message key of the sentence at the top; its first place is the project's name
/// @param arguments of both, after the name
record NextStep(Place place, String line, String title, List<Object> arguments) {
  /// Labels below which a first training says little.
  private static final int FEW = 40;

  static NextStep of(ProjectSummary project) {
    int open = project.texts() - project.labeled();
    boolean interrupted =
        project
            .latest()
            .filter(run -> run.state() != RunState.DONE && run.state() != RunState.RUNNING)
            .isPresent();
    if (project.texts() == 0) {
      return new NextStep(
          Place.DATA, "window.home.next.texts", "window.home.title.texts", List.of());
    }
    if (interrupted) {
      return new NextStep(
          Place.TRAIN, "window.home.next.resume", "window.home.title.resume", List.of());
    }
    if (project.accuracy().isPresent()) {
      return new NextStep(
          Place.EVALUATE,
          open > 0 ? "window.home.next.more" : "window.home.next.look",
          "window.home.title.right",
          List.of(open, project.accuracy().get() * 100));
    }
    if (project.latest().isPresent()) {
      return new NextStep(
          Place.EVALUATE, "window.home.next.evaluate", "window.home.title.evaluate", List.of());
    }
    if (project.labeled() < Math.min(FEW, project.texts())) {
      return new NextStep(
          Place.LABEL,
          "window.home.next.label",
          "window.home.title.label",
          List.of(Math.min(FEW, project.texts()) - project.labeled()));
    }
    return new NextStep(
        Place.TRAIN, "window.home.next.train", "window.home.title.train", List.of());
  }

  String line(Messages words) {
    return words.of(line, arguments.toArray());
  }

  String title(Messages words, String project) {
    Object[] all = new Object[arguments.size() + 1];
    all[0] = project;
    System.arraycopy(arguments.toArray(), 0, all, 1, arguments.size());
    return words.of(title, all);
  }

  static Optional<NextStep> of(Optional<ProjectSummary> project) {
    return project.map(NextStep::of);
  }
}
