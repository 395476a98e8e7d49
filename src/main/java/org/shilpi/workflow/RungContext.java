package org.shilpi.workflow;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;
import org.shilpi.train.TrainingEvent;

/// Stops a run at the end of a rung, through the same door as a person would: so it leaves a
/// checkpoint and can go on. The topmost rung is the whole training, which ends by itself: a model
/// is kept only after the last pass. Its progress is that of the whole search.
final class RungContext implements JobContext, Consumer<TrainingEvent> {
  private final JobContext whole;
  private final DoubleSupplier share;
  private final int trial;
  private final int passes;
  private final boolean topmost;
  private volatile int done;

  /// @param share of the search's time that has gone by, 0 to 1
  /// @param trial counted from 1
  /// @param passes to be done by the end of the rung
  /// @param topmost whether no rung is above it
  RungContext(JobContext whole, DoubleSupplier share, int trial, int passes, boolean topmost) {
    this.whole = whole;
    this.share = share;
    this.trial = trial;
    this.passes = passes;
    this.topmost = topmost;
  }

  @Override
  public void accept(TrainingEvent event) {
    if (event instanceof TrainingEvent.Epoch epoch) {
      done = Math.max(done, epoch.epoch());
    }
  }

  /// Whether the run has done what it should and is to stop.
  boolean climbed() {
    return !topmost && done >= passes;
  }

  @Override
  public boolean cancelled() {
    return climbed() || whole.cancelled();
  }

  @Override
  public void report(Progress progress) {
    whole.report(
        Progress.of(
            share.getAsDouble(),
            "progress.train.trial",
            String.valueOf(trial),
            String.valueOf(passes)));
  }
}
