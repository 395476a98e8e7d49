package org.shilpi.train;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeSet;
import org.shilpi.job.Problem;

/// Reads knobs one after the other out of what a person wrote, and remembers their names, so that
/// nothing unknown passes.
final class KnobReader {
  /// Which ends of a range are themselves refused.
  enum Edge {
    NONE,
    LOW,
    HIGH
  }

  private final Map<String, String> overrides;
  private final TreeSet<String> known = new TreeSet<>();

  KnobReader(Map<String, String> overrides) {
    this.overrides = overrides;
  }

  double real(String name, double standard, double low, double high, Edge refused) {
    known.add(name);
    var text = overrides.get(name);
    if (text == null) {
      return standard;
    }
    double value = number(text);
    if (value >= low
        && value <= high
        && !(refused == Edge.LOW && value == low)
        && !(refused == Edge.HIGH && value == high)) {
      return value;
    }
    var from = plain(low);
    var to = plain(high);
    throw switch (refused) {
      case NONE -> Problem.of("problem.train.knob-range", name, text, from, to);
      case LOW -> Problem.of("problem.train.knob-above", name, text, from, to);
      case HIGH -> Problem.of("problem.train.knob-below", name, text, from, to);
    };
  }

  int whole(String name, int standard, int low, int high) {
    known.add(name);
    var text = overrides.get(name);
    if (text == null) {
      return standard;
    }
    double value = number(text);
    if (value >= low && value <= high && value == Math.rint(value)) {
      return (int) value;
    }
    throw Problem.of("problem.train.knob-whole", name, text, plain(low), plain(high));
  }

  void refuseUnknown() {
    for (var name : new TreeSet<>(overrides.keySet())) {
      if (!known.contains(name)) {
        throw Problem.of("problem.train.knob-unknown", name, String.join(", ", known));
      }
    }
  }

  /// NaN, which no range holds, where it is not a plain decimal number.
  private static double number(String text) {
    try {
      return new BigDecimal(text.strip()).doubleValue();
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
