package org.shilpi.djl;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.shilpi.job.CancelledException;

/// A training with nothing to check on: so many steps and no more. Used once.
final class Course {
  private final Session session;
  private final Exercise lesson;
  private final List<int[]> batches;
  private final Tuner tuner;
  private final CourseFile file;
  private final long checkpointEvery;
  private final long begin;
  private CourseState state = CourseState.begin();

  /// @param batches of all passes
  /// @param checkpointEvery longest time without a checkpoint
  /// @param begin when this attempt came here, by the report's clock
  Course(
      Session session,
      Exercise lesson,
      List<int[]> batches,
      Tuner tuner,
      CourseFile file,
      Duration checkpointEvery,
      long begin) {
    this.session = session;
    this.lesson = lesson;
    this.batches = batches;
    this.tuner = tuner;
    this.file = file;
    this.checkpointEvery = checkpointEvery.toNanos();
    this.begin = begin;
  }

  /// Goes on from where it stands, to the last batch.
  ///
  /// @param phase what the user is told, see `train.TrainingEvent`
  /// @throws CancelledException after a checkpoint
  CourseState run(CourseState from, String phase) throws IOException {
    state = from;
    Report report = session.report();
    if (state.step() > 0) {
      file.load(state, tuner);
    }
    FittingSteps steps = new FittingSteps(session, tuner, lesson, state.parts());
    DoubleConsumer progress = report.phase(phase);
    long lastSave = report.nanos();
    while (state.step() < batches.size()) {
      if (report.context().cancelled()) {
        save();
        throw new CancelledException();
      }
      Tuner.Step done = steps.take(batches.get((int) state.step()), state.step(), 1);
      state = state.stepped(done.taken()).inParts(steps.parts());
      progress.accept((double) state.step() / batches.size());
      if (report.nanos() - lastSave >= checkpointEvery) {
        save();
        lastSave = report.nanos();
      }
    }
    return state;
  }

  private void save() throws IOException {
    file.save(state.after((session.report().nanos() - begin) / 1e9), tuner);
  }
}
