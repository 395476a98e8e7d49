package org.shilpi.evaluate;

import java.util.Optional;

/// What was found out about a run's answers, whatever its task.
public sealed interface Assessment permits Evaluation, TargetEvaluation {
  /// Texts, at least 1.
  int n();

  /// Absent if no text was timed.
  Optional<Latency> latency();
}
