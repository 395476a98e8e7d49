package org.shilpi.ui.train;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shilpi.job.Problem;
import org.shilpi.train.Knobs;
import org.shilpi.train.Method;
import org.shilpi.train.TrainingSpec;

/// What the user has chosen for the next run, as typed: it may still be wrong.
///
/// @param passes most passes through the texts
/// @param knobs by name; what is not there, or blank, stays at its default
record TrainingChoice(Method method, String passes, String seed, Map<String, String> knobs) {
  private static final int MOST_PASSES = 1_000;
  private static final int MOST_SEED = 999_999_999;

  TrainingChoice {
    knobs = Map.copyOf(knobs);
  }

  static TrainingChoice standard() {
    TrainingSpec deep = TrainingSpec.of(Method.THOROUGH);
    return new TrainingChoice(
        Method.QUICK, Integer.toString(deep.epochs()), Long.toString(deep.seed()), Map.of());
  }

  TrainingChoice with(Method newMethod) {
    return new TrainingChoice(newMethod, passes, seed, knobs);
  }

  /// @param name a knob of [Knobs], or `passes` or `seed`
  TrainingChoice with(String name, String typed) {
    String value = typed.strip();
    return switch (name) {
      case "passes" -> new TrainingChoice(method, value, seed, knobs);
      case "seed" -> new TrainingChoice(method, passes, value, knobs);
      default -> {
        Map<String, String> changed = new HashMap<>(knobs);
        changed.remove(name);
        if (!value.isEmpty()) {
          changed.put(name, value);
        }
        yield new TrainingChoice(method, passes, seed, changed);
      }
    };
  }

  /// The first thing that is wrong with it.
  Optional<Problem> problem() {
    try {
      spec();
      return Optional.empty();
    } catch (Problem problem) {
      return Optional.of(problem);
    }
  }

  /// @throws Problem naming the first bad value with its range
  TrainingSpec spec() {
    TrainingSpec standard = TrainingSpec.of(method);
    int epochs = method == Method.QUICK ? standard.epochs() : whole(passes, 1, MOST_PASSES);
    int number = whole(seed, 0, MOST_SEED);
    TrainingSpec spec = new TrainingSpec(method, epochs, number, standard.device(), knobs);
    Knobs.of(spec);
    return spec;
  }

  private static int whole(String typed, int low, int high) {
    try {
      int value = Integer.parseInt(typed);
      if (value >= low && value <= high) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Refused below, like any number out of range.
    }
    throw Problem.of("problem.train.whole", typed, Integer.toString(low), Integer.toString(high));
  }
}
