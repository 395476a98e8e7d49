package org.shilpi.worker;

import java.nio.file.Path;
import org.shilpi.job.Problem;

/// How a worker was lost, in words for the user: what happened, and what to do.
final class Loss {
  static final String KILLED = "problem.worker.killed";

  // 128 + signal number, as Java reports the death of a child by a signal.
  private static final int INTERRUPT = 128 + 2;
  private static final int KILL = 128 + 9;
  private static final int TERMINATE = 128 + 15;

  /// What `-XX:+ExitOnOutOfMemoryError` ends with.
  private static final int OUT_OF_MEMORY = 3;

  private final boolean training;
  private final String log;

  Loss(Request request, Path folder) {
    this.training = request instanceof Request.Train;
    this.log = folder.resolve("worker.log").toString();
  }

  /// @param status the exit status of a process that had not said its last word
  Problem ended(int status) {
    return switch (status) {
      case KILL -> Problem.of(training ? KILLED : "problem.worker.scoring-memory");
      case OUT_OF_MEMORY ->
          Problem.of(training ? "problem.worker.memory" : "problem.worker.scoring-memory");
      case INTERRUPT, TERMINATE -> stopped();
      default ->
          Problem.of(
              training ? "problem.worker.crashed" : "problem.worker.scoring-lost",
              String.valueOf(status),
              log);
    };
  }

  Problem stopped() {
    return training
        ? Problem.of("problem.worker.stopped")
        : Problem.of("problem.worker.scoring-lost", String.valueOf(TERMINATE), log);
  }

  Problem silent() {
    return Problem.of(training ? "problem.worker.silent" : "problem.worker.scoring-silent", log);
  }
}
