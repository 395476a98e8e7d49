package org.shilpi.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.job.JobContext;
import org.shilpi.job.Outcome.Done;
import org.shilpi.project.ProjectFolder;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.FxJobs;
import org.shilpi.workflow.ProjectSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out how far the projects of earlier sessions are, one after another. A project is open
/// while it is read, so whoever wants to open one goes through here. For the window's thread only.
final class RecentReader {
  private static final Logger LOG = LoggerFactory.getLogger(RecentReader.class);

  private final FxJobs jobs;
  private final Clock clock;
  private final Recents recents;
  private Optional<FxJob> reading = Optional.empty();
  private Runnable afterwards = () -> {};

  RecentReader(FxJobs jobs, Clock clock, Recents recents) {
    this.jobs = jobs;
    this.clock = clock;
    this.recents = recents;
  }

  void start(List<Path> folders) {
    FxJob job =
        jobs.start(
            "read recent projects",
            context -> read(folders, context),
            outcome -> {
              reading = Optional.empty();
              if (outcome instanceof Done(List<Recents.Recent> found)) {
                recents.restore(found);
              }
              afterwards.run();
              afterwards = () -> {};
            });
    reading = Optional.of(job).filter(started -> started.runningProperty().get());
  }

  /// Does something as soon as no project is open for reading, most often at once.
  void giveWayTo(Runnable action) {
    if (reading.isPresent()) {
      reading.get().cancel();
      afterwards = action;
    } else {
      action.run();
    }
  }

  private List<Recents.Recent> read(List<Path> folders, JobContext context) throws IOException {
    List<Recents.Recent> found = new ArrayList<>();
    for (Path folder : folders) {
      ProjectFolder project = new ProjectFolder(folder);
      if (project.holdsProject()) {
        var changed = Files.getLastModifiedTime(project.databaseFile()).toInstant();
        Recents.Recent known =
            new Recents.Recent(project.path(), Optional.empty(), Optional.of(changed));
        // Asked to stop, it still lists the rest by name.
        found.add(context.cancelled() ? known : summed(known));
      }
    }
    return found;
  }

  /// A project that cannot be opened now is listed by its name alone; whoever opens it learns why.
  private Recents.Recent summed(Recents.Recent known) {
    try (ProjectSession session = ProjectSession.open(known.folder(), clock)) {
      return new Recents.Recent(known.folder(), Optional.of(session.summary()), known.opened());
    } catch (RuntimeException notNow) {
      LOG.info("{} is listed without its counts", known.folder(), notNow);
      return known;
    }
  }
}
