package org.shilpi.cli;

import org.jspecify.annotations.Nullable;
import org.shilpi.job.Problem;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.workflow.ProjectSession;

/// The run that a command means: the one named, else the newest finished one.
final class RunChoice {
  private RunChoice() {}

  /// @throws Problem if no run is named and none is finished
  static long of(ProjectSession session, @Nullable Long wanted) {
    if (wanted != null) {
      return wanted;
    }
    return session.runs().stream()
        .filter(run -> run.state() == RunState.DONE)
        .mapToLong(Run::id)
        .findFirst()
        .orElseThrow(() -> Problem.of("problem.cli.no-run", session.folder().toString()));
  }
}
