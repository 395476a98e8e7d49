package org.shilpi.djl;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shilpi.job.CancelledException;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingSpec;

/// The passes of a fine-tuning: steps, checks on the validation rows, checkpoints, and when to
/// stop. Used once.
final class FineTuning {
  private final Report report;
  private final TrainingSpec spec;
  private final int batchTokens;
  private final int patience;
  private final Lesson training;
  private final Lesson validation;
  private final Checkpoint checkpoint;
  private final long checkpointEvery;
  private final Pace pace;
  private TuningState state = TuningState.start(new Softmax.Score(0, Double.POSITIVE_INFINITY));
  private double secondsBefore;
  private long lastSave;

  /// @param checkpointEvery longest time without a checkpoint
  FineTuning(
      Session session,
      Lesson training,
      Lesson validation,
      Checkpoint checkpoint,
      Duration checkpointEvery) {
    this.report = session.report();
    this.spec = session.task().spec();
    this.batchTokens = session.knobs().batching().batchTokens();
    this.patience = session.knobs().limits().patience();
    this.training = training;
    this.validation = validation;
    this.checkpoint = checkpoint;
    this.checkpointEvery = checkpointEvery.toNanos();
    this.pace = new Pace(report.nanos());
    this.lastSave = report.nanos();
  }

  /// Batches of a pass, the same whenever asked.
  List<int[]> batches(int epoch) {
    return Batches.shuffled(training.lengths(), batchTokens, spec.seed() * 1_009 + epoch);
  }

  /// Optimizer steps if no pass is left out.
  long steps() {
    long steps = 0;
    for (int epoch = 0; epoch < spec.epochs(); epoch++) {
      steps += batches(epoch).size();
    }
    return steps;
  }

  /// Goes on from the checkpoint, or from the start. The weights are those of the best pass
  /// afterwards.
  ///
  /// @throws CancelledException after a checkpoint
  Learned run(Tuner tuner) throws IOException {
    begin(tuner);
    try {
      while (state.epoch() < spec.epochs() && state.epoch() - state.bestEpoch() < patience) {
        pass(tuner);
      }
    } catch (CancelledException e) {
      save(tuner);
      throw e;
    }
    checkpoint.loadBest(state.bestEpoch(), tuner.learned());
    return new Learned(
        state.bestEpoch(),
        state.best(),
        pace.mean(),
        secondsBefore,
        Map.of("steps", Long.toString(state.step()), "epochs", Integer.toString(state.epoch())));
  }

  private void begin(Tuner tuner) throws IOException {
    Optional<TuningState> saved = checkpoint.load(tuner.learned(), tuner.optimizer().moments());
    if (saved.isPresent()) {
      state = saved.get();
      secondsBefore = state.seconds();
      tuner.optimizer().setSteps(state.step());
    } else {
      checkpoint.saveBest(0, tuner.learned());
      state = TuningState.start(tuner.score(validation, report.context()));
      save(tuner);
    }
  }

  private void pass(Tuner tuner) throws IOException {
    List<int[]> batches = batches(state.epoch());
    long steps = steps();
    while (state.batch() < batches.size()) {
      report.context().checkCancelled();
      int[] batch = batches.get(state.batch());
      double rate = tuner.learningRate(state.step());
      double loss = tuner.step(training, batch, state.step());
      state = state.stepped(loss, batch.length);
      double speed = pace.after(batch.length, report.nanos());
      double epoch = state.epoch() + (double) state.batch() / batches.size();
      report.step(
          new TrainingEvent.Step(state.step(), steps, epoch, loss, rate, speed),
          state.batch() == batches.size());
      if (report.nanos() - lastSave >= checkpointEvery) {
        save(tuner);
      }
    }
    var progress = report.phase("validate");
    Softmax.Score score = tuner.score(validation, report.context());
    progress.accept(1);
    double trainLoss = state.lossSum() / state.texts();
    boolean better = state.isBetter(score);
    if (better) {
      checkpoint.saveBest(state.epoch() + 1, tuner.learned());
    }
    state = state.passed(score);
    report.tell(
        new TrainingEvent.Epoch(state.epoch(), trainLoss, score.loss(), score.accuracy(), better));
    save(tuner);
    pace.pause(report.nanos());
  }

  private void save(Tuner tuner) throws IOException {
    state = state.after(secondsBefore + pace.seconds(report.nanos()));
    checkpoint.save(state, tuner.learned(), tuner.optimizer().moments());
    report.tell(new TrainingEvent.Checkpoint(state.step()));
    lastSave = report.nanos();
  }
}
