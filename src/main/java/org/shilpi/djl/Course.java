package org.shilpi.djl;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.shilpi.job.CancelledException;

/// Trainings with nothing to check on: so many steps and no more.
final class Course {
  private final Session session;
  private final CourseFile file;
  private final long checkpointEvery;
  private final long begin;

  /// @param checkpointEvery longest time without a checkpoint
  Course(Session session, CourseFile file, Duration checkpointEvery) {
    this.session = session;
    this.file = file;
    this.checkpointEvery = checkpointEvery.toNanos();
    this.begin = session.report().nanos();
  }

  /// Where the last attempt stood, or the beginning.
  CourseState state() throws IOException {
    return file.state().orElse(CourseState.begin()).inPartsOf(session.task().parts());
  }

  /// Goes on from where it stands, to the last batch.
  ///
  /// @param batches of all passes
  /// @param phase what the user is told, see `train.TrainingEvent`
  /// @throws CancelledException after a checkpoint
  CourseState run(Tuner tuner, Exercise lesson, List<int[]> batches, CourseState from, String phase)
      throws IOException {
    CourseState state = from;
    Report report = session.report();
    if (state.step() > 0) {
      file.load(state, tuner);
    }
    FittingSteps steps = new FittingSteps(session, tuner, lesson, state.parts());
    DoubleConsumer progress = report.phase(phase);
    long lastSave = report.nanos();
    while (state.step() < batches.size()) {
      if (report.context().cancelled()) {
        save(state, tuner);
        throw new CancelledException();
      }
      Tuner.Step done = steps.take(batches.get((int) state.step()), state.step(), 1);
      state = state.stepped(done.taken()).inParts(steps.parts());
      progress.accept((double) state.step() / batches.size());
      if (report.nanos() - lastSave >= checkpointEvery) {
        save(state, tuner);
        lastSave = report.nanos();
      }
    }
    return state;
  }

  /// Keeps what came of a try; the next training begins.
  CourseState tried(CourseState state, Softmax.Score score) throws IOException {
    CourseState tried = state.tried(score);
    file.save(tried.after(seconds()));
    return tried;
  }

  private void save(CourseState state, Tuner tuner) throws IOException {
    file.save(state.after(seconds()), tuner);
  }

  private double seconds() {
    return (session.report().nanos() - begin) / 1e9;
  }
}
