package org.shilpi.djl;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shilpi.job.CancelledException;
import org.shilpi.job.Problem;
import org.shilpi.train.Knobs;
import org.shilpi.train.Knobs.Compute.Precision;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingSpec;

/// The passes of a fine-tuning: steps, checks on the validation rows, checkpoints, and when to
/// stop. Used once.
///
/// What goes wrong on the way costs as little as can be. A batch that does not fit into memory goes
/// through the network in parts from then on. A step without a finite gradient is skipped; only
/// many in a row end the run. A checkpoint that cannot be written is tried again when the next one
/// is due.
final class FineTuning {
  /// So many skipped steps in a row are no accident any more.
  static final int MOST_SKIPPED = 10;

  private final Session session;
  private final Report report;
  private final TrainingSpec spec;
  private final Knobs.Batching batching;
  private final Knobs.Limits limits;
  private final Lesson training;
  private final Lesson validation;
  private final Softmax.Score frozen;
  private final Checkpoint checkpoint;
  private final long checkpointEvery;
  private TuningState state;
  private Pace pace;
  private double secondsBefore;
  private long lastSave;
  private boolean saves = true;

  /// @param frozen how the frozen base model does on the validation rows: what a pass has to beat
  /// @param checkpointEvery longest time without a checkpoint
  FineTuning(
      Session session,
      Lesson training,
      Lesson validation,
      Softmax.Score frozen,
      Checkpoint checkpoint,
      Duration checkpointEvery) {
    this.session = session;
    this.report = session.report();
    this.spec = session.task().spec();
    this.batching = session.knobs().batching();
    this.limits = session.knobs().limits();
    this.training = training;
    this.validation = validation;
    this.frozen = frozen;
    this.checkpoint = checkpoint;
    this.checkpointEvery = checkpointEvery.toNanos();
    this.state =
        TuningState.start(
            frozen,
            session.task().parts(),
            LossScale.start(session.knobs().compute().precision() == Precision.FP16));
    this.pace = new Pace(state.spent(), report.begin(), report.nanos());
    this.lastSave = report.nanos();
  }

  /// Batches of a pass, the same whenever asked.
  List<int[]> batches(int epoch) {
    return Batches.shuffled(training.lengths(), batching.stepTokens(), spec.seed() * 1_009 + epoch);
  }

  /// Optimizer steps if no pass is left out, as far as they are allowed.
  long steps() {
    long steps = 0;
    for (int epoch = 0; epoch < spec.epochs(); epoch++) {
      steps += batches(epoch).size();
    }
    return limits.planned(steps);
  }

  /// Goes on from the checkpoint, or from the start. The weights are those of the best pass
  /// afterwards; where none was better than the frozen base model, those at the start.
  ///
  /// @throws CancelledException after a checkpoint, if one could be written
  /// @throws Problem if the loss is no number any more
  Learned run(Tuner tuner) throws IOException {
    begin(tuner);
    FittingSteps fitting = new FittingSteps(session, tuner, training, state.parts());
    try {
      while (state.epoch() < spec.epochs()
          && state.epoch() - state.bestEpoch() < limits.patience()
          && (state.batch() > 0 || !limitReached())) {
        pass(tuner, fitting);
      }
    } catch (CancelledException e) {
      trySave(tuner);
      throw e;
    }
    if (timeIsUp() && state.epoch() < spec.epochs()) {
      report.notice("notice.train.time", state.epoch(), spec.epochs());
    }
    checkpoint.loadBest(state.bestEpoch(), tuner.learned());
    return new Learned(
        state.bestEpoch() > 0 ? Way.TUNED : Way.FROZEN,
        state.bestEpoch(),
        state.best(),
        pace.mean(),
        secondsBefore,
        Map.of("steps", Long.toString(state.step()), "epochs", Integer.toString(state.epoch())));
  }

  private boolean limitReached() {
    return timeIsUp() || limits.reached(state.step(), pace.spent(report.nanos()).seconds());
  }

  /// Of this attempt, see [org.shilpi.train.TrainingTask].
  private boolean timeIsUp() {
    double limit = session.task().seconds();
    return limit > 0 && (report.nanos() - report.begin()) / 1e9 >= limit;
  }

  private void begin(Tuner tuner) throws IOException {
    Optional<TuningState> saved = checkpoint.load(tuner.learned(), tuner.optimizer().moments());
    if (saved.isPresent()) {
      state = saved.get();
      state = state.inParts(Math.max(state.parts(), session.task().parts()));
      secondsBefore = state.spent().seconds();
      tuner.optimizer().setSteps(state.updates());
      pace = new Pace(state.spent(), report.begin(), report.nanos());
    } else {
      checkpoint.saveBest(0, tuner.learned());
      save(tuner);
    }
    pace.pause(report.nanos());
  }

  private void pass(Tuner tuner, FittingSteps fitting) throws IOException {
    List<int[]> batches = batches(state.epoch());
    long steps = steps();
    while (state.batch() < batches.size() && !limitReached()) {
      report.context().checkCancelled();
      int[] batch = batches.get(state.batch());
      double rate = tuner.learningRate(state.step());
      Tuner.Step done = fitting.take(batch, state.step(), state.scale().factor());
      state = state.stepped(done, batch.length).inParts(fitting.parts());
      double speed = pace.after(batch.length, report.nanos());
      double epoch = state.epoch() + (double) state.batch() / batches.size();
      if (done.taken()) {
        report.step(
            new TrainingEvent.Step(state.step(), steps, epoch, done.loss(), rate, speed),
            state.batch() == batches.size() || state.step() == steps);
      } else {
        skipped();
      }
      if (report.nanos() - lastSave >= checkpointEvery) {
        trySave(tuner);
      }
    }
    check(tuner);
  }

  private void skipped() {
    int inRow = state.skips().inRow();
    if (inRow == 1 && !state.scale().needed()) {
      report.notice("notice.train.skipped", state.step());
    }
    if (inRow >= MOST_SKIPPED) {
      throw Problem.of(
          "problem.train.diverged",
          Long.toString(state.step()),
          Double.toString(session.knobs().rates().base()));
    }
  }

  /// Ends a pass: how good is it?
  private void check(Tuner tuner) throws IOException {
    var progress = report.phase("validate");
    Softmax.Score score = tuner.score(validation, report.context());
    progress.accept(1);
    double trainLoss = state.trainLoss();
    boolean better = score.isBetterThan(state.best());
    if (better) {
      checkpoint.saveBest(state.epoch() + 1, tuner.learned());
    }
    state = state.passed(score);
    report.tell(
        new TrainingEvent.Epoch(state.epoch(), trainLoss, score.loss(), score.accuracy(), better));
    trySave(tuner);
  }

  private void save(Tuner tuner) throws IOException {
    state = state.after(pace.spent(report.nanos()));
    checkpoint.save(state, tuner.learned(), tuner.optimizer().moments());
    report.tell(new TrainingEvent.Checkpoint(state.step()));
    lastSave = report.nanos();
    pace.pause(lastSave);
    saves = true;
  }

  /// Saves, or says once that it cannot be done now: the checkpoint before stays whole.
  private void trySave(Tuner tuner) {
    try {
      save(tuner);
    } catch (IOException e) {
      if (saves) {
        report.notice("notice.train.checkpoint", String.valueOf(e.getMessage()));
      }
      saves = false;
      lastSave = report.nanos();
      pace.pause(lastSave);
    }
  }
}
