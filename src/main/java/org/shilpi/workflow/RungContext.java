package org.shilpi.workflow;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.search.Tempo;

/// Watches a trial on its way to the end of a rung, and stops it there through the same door as a
/// person would: so it leaves a checkpoint and can go on. The topmost rung is the whole training,
/// which ends by itself: a model is kept only after the last pass. Its progress is that of the
/// whole search.
final class RungContext implements JobContext, Consumer<TrainingEvent> {
  /// What the rung is to the search.
  ///
  /// @param trial counted from 1
  /// @param passes to be done by the end of the rung
  /// @param topmost whether no rung is above it
  record Rung(int trial, int passes, boolean topmost) {}

  private final JobContext whole;
  private final Rung rung;
  private final DoubleSupplier clock;
  private final DoubleSupplier share;
  private volatile int done;
  private double begin = Double.NaN;
  private double firstStep = Double.NaN;
  private double lastPass = Double.NaN;
  private double from;
  private double to;

  /// @param clock seconds since whenever
  /// @param share of the search's time that has gone by, 0 to 1
  RungContext(JobContext whole, Rung rung, DoubleSupplier clock, DoubleSupplier share) {
    this.whole = whole;
    this.rung = rung;
    this.clock = clock;
    this.share = share;
  }

  /// An attempt begins.
  ///
  /// @param before passes that earlier attempts did
  void begin(int before) {
    done = before;
    begin = clock.getAsDouble();
  }

  @Override
  public void accept(TrainingEvent event) {
    switch (event) {
      case TrainingEvent.Step step when Double.isNaN(firstStep) -> {
        firstStep = clock.getAsDouble();
        from = step.epoch();
      }
      case TrainingEvent.Epoch epoch -> {
        lastPass = clock.getAsDouble();
        to = epoch.epoch();
        done = Math.max(done, epoch.epoch());
      }
      default -> {}
    }
  }

  /// How fast the attempt was that has just ended; unknown where it did no pass.
  Tempo tempo() {
    if (Double.isNaN(lastPass) || Double.isNaN(firstStep)) {
      return Tempo.UNKNOWN;
    }
    return new Tempo(
        firstStep - begin,
        clock.getAsDouble() - lastPass,
        lastPass - firstStep,
        Math.max(0, to - from));
  }

  /// Whether the run has done what it should.
  boolean climbed() {
    return !rung.topmost && done >= rung.passes;
  }

  /// Where no time is left the run is not stopped: it ends by itself now, and another attempt at
  /// it, only to end it, would take longer.
  @Override
  public boolean cancelled() {
    return (climbed() && share.getAsDouble() < 1) || whole.cancelled();
  }

  @Override
  public void report(Progress progress) {
    whole.report(
        Progress.of(
            Math.clamp(share.getAsDouble(), 0, 1),
            "progress.train.trial",
            String.valueOf(rung.trial),
            String.valueOf(rung.passes)));
  }
}
