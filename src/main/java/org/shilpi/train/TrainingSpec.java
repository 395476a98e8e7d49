package org.shilpi.train;

import java.util.Map;

/// Everything a person may choose for a training.
///
/// @param method how deep
/// @param epochs most passes through the data, at least 1; [Method#QUICK] ignores it
/// @param seed makes the run repeatable
/// @param device `cpu`, `cuda:0`, `mps`, or `auto` for the best at hand
/// @param knobs overrides by knob name ("learningRate" -> "5e-5"); the known names and their ranges
///   are in [Knobs]
public record TrainingSpec(
    Method method, int epochs, long seed, String device, Map<String, String> knobs) {
  public TrainingSpec {
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be at least 1, was " + epochs);
    }
    knobs = Map.copyOf(knobs);
  }

  /// The defaults for a method.
  public static TrainingSpec of(Method method) {
    return new TrainingSpec(method, method == Method.QUICK ? 1 : 8, 1, "auto", Map.of());
  }
}
