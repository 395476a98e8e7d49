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

  /// Texts it learns from. Quick keeps none back: it is checked on each of its texts in turn, by a
  /// head that has not seen that text.
  int learnedFrom() {
    return parts.getOrDefault(Split.TRAIN, 0) + (quick() ? keptBack() : 0);
  }

  /// Texts that the plain ways, and the passes of a thorough run, are checked on.
  int keptBack() {
    return parts.getOrDefault(Split.VALIDATION, 0);
  }

  /// Texts that its right answers were counted on.
  int checkedOn() {
    return quick() ? learnedFrom() : keptBack();
  }

  /// Whether it stands still and can go on from its last checkpoint.
  boolean resumable() {
    return switch (state()) {
      case INTERRUPTED, CANCELLED, FAILED -> true;
      case RUNNING, DONE -> false;
    };
  }

  /// Right answers once done, on [#checkedOn()] texts, 0 to 1.
  Optional<Double> accuracy() {
    return run.result().map(result -> result.validationAccuracy());
  }

  /// The 95 % interval of its share of right answers.
  Interval around(double share) {
    return interval(share, checkedOn());
  }

  /// The same of a plain way.
  Interval aroundPlain(double share) {
    return interval(share, keptBack());
  }

  private static Interval interval(double share, int n) {
    return Interval.wilson((int) Math.round(share * n), n);
  }
}
