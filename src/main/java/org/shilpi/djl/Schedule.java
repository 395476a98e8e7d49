package org.shilpi.djl;

import ai.djl.training.tracker.CosineTracker;
import ai.djl.training.tracker.LinearTracker;
import ai.djl.training.tracker.Tracker;
import ai.djl.training.tracker.WarmUpTracker;
import org.shilpi.train.Knobs.Pacing;

/// The share of its peak that every learning rate has, by step: up in a straight line from 0, then
/// on as the shape says.
final class Schedule {
  private final Tracker tracker;

  private Schedule(Tracker tracker) {
    this.tracker = tracker;
  }

  /// @param steps planned steps in all, at least 1
  static Schedule of(Pacing pacing, long steps) {
    return of(pacing.shape(), steps, Math.round(pacing.warmup() * steps));
  }

  /// @param steps planned steps in all, at least 1
  /// @param warmUp steps that rise, 0 to `steps`
  static Schedule of(Pacing.Shape shape, long steps, long warmUp) {
    int left = Math.toIntExact(Math.max(1, steps - warmUp));
    Tracker main =
        switch (shape) {
          case LINEAR ->
              LinearTracker.builder()
                  .setBaseValue(1)
                  .optSlope(-1f / left)
                  .optMaxUpdates(left)
                  .build();
          case COSINE ->
              CosineTracker.builder().setBaseValue(1).optFinalValue(0).setMaxUpdates(left).build();
          case CONSTANT -> Tracker.fixed(1);
        };
    return new Schedule(
        warmUp == 0
            ? main
            : WarmUpTracker.builder()
                .setMainTracker(main)
                .optWarmUpSteps(Math.toIntExact(warmUp))
                .build());
  }

  /// @param step steps done before, from 0
  /// @return 0 to 1
  double at(long step) {
    return tracker.getNewValue(Math.toIntExact(step));
  }
}
