package org.shilpi.ui.train;

import java.util.Map;
import java.util.Optional;
import org.shilpi.data.Split;
import org.shilpi.evaluate.Interval;
import org.shilpi.train.Method;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;

/// A run with the sizes of its data.
///
/// @param parts texts by the part they played; empty where the frozen data cannot be read
record RunFacts(Run run, Map<Split, Integer> parts) {
  RunFacts {
    parts = Map.copyOf(parts);
  }

  long id() {
    return run.id();
  }

  RunState state() {
    return run.state();
  }

  boolean quick() {
    return run.spec().method() == Method.QUICK;
  }

  int learnedFrom() {
    return parts.getOrDefault(Split.TRAIN, 0);
  }

  int keptBack() {
    return parts.getOrDefault(Split.VALIDATION, 0);
  }

  /// Whether it stands still and can go on from its last checkpoint.
  boolean resumable() {
    return switch (state()) {
      case INTERRUPTED, CANCELLED, FAILED -> true;
      case RUNNING, DONE -> false;
    };
  }

  /// Right answers on the texts kept back, once done, 0 to 1.
  Optional<Double> accuracy() {
    return run.result().map(result -> result.validationAccuracy());
  }

  /// The 95 % interval of a share of the texts kept back.
  Interval around(double share) {
    int n = keptBack();
    return Interval.wilson((int) Math.round(share * n), n);
  }
}
