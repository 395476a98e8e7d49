package org.shilpi.workflow;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.shilpi.project.TaskKind;
import org.shilpi.train.Run;
import org.shilpi.train.TrainingEvent;

/// A project that is open: its folder, its lock and its database. Safe for use by several threads;
/// close it once.
public final class ProjectSession implements AutoCloseable {
  private ProjectSession() {}

  /// Makes a new project in a folder that must be empty or absent.
  public static ProjectSession create(Path folder, TaskKind task, String baseModel, Clock clock) {
    throw new UnsupportedOperationException("contract only");
  }

  /// Opens a project: takes its lock, migrates its database, marks runs that nobody works on as
  /// interrupted.
  ///
  /// @throws org.shilpi.job.Problem if it is open elsewhere, newer than this program, read-only, or
  ///   no project
  public static ProjectSession open(Path folder, Clock clock) {
    throw new UnsupportedOperationException("contract only");
  }

  public Path folder() {
    throw new UnsupportedOperationException("contract only");
  }

  /// The folder's name, shown as the project's name.
  public String name() {
    throw new UnsupportedOperationException("contract only");
  }

  public TaskKind task() {
    throw new UnsupportedOperationException("contract only");
  }

  public String baseModel() {
    throw new UnsupportedOperationException("contract only");
  }

  public void chooseBaseModel(String id) {
    throw new UnsupportedOperationException("contract only");
  }

  /// Counts for the rail of steps, the command line and Home.
  public ProjectSummary summary() {
    throw new UnsupportedOperationException("contract only");
  }

  /// All runs, newest first.
  public List<Run> runs() {
    throw new UnsupportedOperationException("contract only");
  }

  /// The events of a run, in order.
  public List<TrainingEvent> events(long run) {
    throw new UnsupportedOperationException("contract only");
  }

  @Override
  public void close() {}
}
