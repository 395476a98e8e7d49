package org.shilpi.cli;

import org.jspecify.annotations.Nullable;
import org.shilpi.job.Problem;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.workflow.ProjectSession;

/// The run that a command means: the one named, else the newest finished one.
final class RunChoice {
  private RunChoice() {}

  /// @throws Problem if there is no such run, or it is not finished
  static long of(ProjectSession session, @Nullable Long wanted) {
    if (wanted == null) {
      return session.runs().stream()
          .filter(run -> run.state() == RunState.DONE)
          .mapToLong(Run::id)
          .findFirst()
          .orElseThrow(() -> Problem.of("problem.cli.no-run", session.folder()));
    }
    Run run =
        session.runs().stream()
            .filter(candidate -> candidate.id() == wanted)
            .findFirst()
            .orElseThrow(() -> Problem.of("problem.cli.unknown-run", String.valueOf(wanted)));
    if (run.state() != RunState.DONE) {
      throw Problem.of("problem.cli.unfinished-run", String.valueOf(wanted));
    }
    return wanted;
  }
}
