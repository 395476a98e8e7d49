package org.shilpi.djl;

import ai.djl.training.tracker.LinearTracker;
import ai.djl.training.tracker.Tracker;
import ai.djl.training.tracker.WarmUpTracker;

/// Learning rate by step: up in a straight line from 0, then down in a straight line to 0 after the
/// last planned step.
final class Schedule {
  private final Tracker tracker;

  private Schedule(Tracker tracker) {
    this.tracker = tracker;
  }

  /// @param peak highest learning rate, reached after `warmUp` steps
  /// @param steps planned steps in all, at least 1
  /// @param warmUp steps that rise, 0 to `steps`
  static Schedule of(double peak, long steps, long warmUp) {
    int falling = Math.toIntExact(Math.max(1, steps - warmUp));
    Tracker fall =
        LinearTracker.builder()
            .setBaseValue((float) peak)
            .optSlope((float) (-peak / falling))
            .optMaxUpdates(falling)
            .build();
    return new Schedule(
        warmUp == 0
            ? fall
            : WarmUpTracker.builder()
                .setMainTracker(fall)
                .optWarmUpSteps(Math.toIntExact(warmUp))
                .build());
  }

  /// @param step steps done before, from 0
  double at(long step) {
    return tracker.getNewValue(Math.toIntExact(step));
  }
}
