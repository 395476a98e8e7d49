package org.shilpi.worker;

import java.nio.file.Path;
import org.shilpi.job.Problem;

/// How a worker was lost, in words for the user: what happened, and what to do.
final class Loss {
  static final String KILLED = "problem.worker.killed";

  // 128 + signal number, as Java reports the death of a child by a signal.
  private static final int INTERRUPT = 128 + 2;
  private static final int KILL = 128 + 9;
  static final int TERMINATE = 128 + 15;

  /// What `-XX:+ExitOnOutOfMemoryError` ends with.
  private static final int OUT_OF_MEMORY = 3;

  private final Request request;
  private final String log;

  Loss(Request request, Path folder) {
    this.request = request;
    this.log = folder.resolve("worker.log").toString();
  }

  /// @param status the exit status of a process that had not said its last word
  Problem ended(int status) {
    return switch (request) {
      case Request.Train _ ->
          switch (status) {
            case KILL -> Problem.of(KILLED);
            case OUT_OF_MEMORY -> Problem.of("problem.worker.memory");
            case INTERRUPT, TERMINATE -> stopped();
            default -> Problem.of("problem.worker.crashed", String.valueOf(status), log);
          };
      case Request.Score _ ->
          status == KILL || status == OUT_OF_MEMORY
              ? Problem.of("problem.worker.scoring-memory")
              : scoring(status);
      case Request.Foretell _ -> forecast(status);
      case Request.Export _ -> export(status);
      case Request.Survey _ -> survey(status);
    };
  }

  Problem stopped() {
    return switch (request) {
      case Request.Train _ -> Problem.of("problem.worker.stopped");
      case Request.Score _ -> scoring(TERMINATE);
      case Request.Foretell _ -> forecast(TERMINATE);
      case Request.Export _ -> export(TERMINATE);
      case Request.Survey _ -> survey(TERMINATE);
    };
  }

  Problem silent() {
    return switch (request) {
      case Request.Train _ -> Problem.of("problem.worker.silent", log);
      case Request.Score _ -> Problem.of("problem.worker.scoring-silent", log);
      case Request.Foretell _ -> forecast(KILL);
      case Request.Export _ -> export(KILL);
      case Request.Survey _ -> survey(KILL);
    };
  }

  private Problem scoring(int status) {
    return Problem.of("problem.worker.scoring-lost", String.valueOf(status), log);
  }

  private static Problem survey(int status) {
    return Problem.of("problem.worker.survey-lost", String.valueOf(status));
  }

  private static Problem export(int status) {
    return Problem.of("problem.worker.export-lost", String.valueOf(status));
  }

  private static Problem forecast(int status) {
    return Problem.of("problem.worker.forecast-lost", String.valueOf(status));
  }
}
