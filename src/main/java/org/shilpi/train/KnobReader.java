package org.shilpi.train;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shilpi.job.Problem;

/// Reads knobs one after the other out of what a person wrote, and remembers their names and
/// defaults, so that nothing unknown passes.
final class KnobReader {
  /// Which ends of a range are themselves refused.
  enum Edge {
    NONE,
    LOW,
    HIGH
  }

  private static final String AUTO = "auto";

  private final Map<String, String> overrides;
  private final SequencedMap<String, String> standards = new LinkedHashMap<>();

  KnobReader(Map<String, String> overrides) {
    this.overrides = overrides;
  }

  double real(String name, double standard, double low, double high, Edge refused) {
    standards.put(name, plain(standard));
    String text = overrides.get(name);
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
    String from = plain(low);
    String to = plain(high);
    throw switch (refused) {
      case NONE -> Problem.of("problem.train.knob-range", name, text, from, to);
      case LOW -> Problem.of("problem.train.knob-above", name, text, from, to);
      case HIGH -> Problem.of("problem.train.knob-below", name, text, from, to);
    };
  }

  int whole(String name, int standard, int low, int high) {
    standards.put(name, plain(standard));
    String text = overrides.get(name);
    if (text == null) {
      return standard;
    }
    return whole(name, text, low, high);
  }

  /// A whole number, or empty for `auto`, which is the default.
  OptionalInt wholeOrAuto(String name, int low, int high) {
    standards.put(name, AUTO);
    String text = overrides.getOrDefault(name, AUTO).strip();
    return text.equalsIgnoreCase(AUTO)
        ? OptionalInt.empty()
        : OptionalInt.of(whole(name, text, low, high));
  }

  private static int whole(String name, String text, int low, int high) {
    double value = number(text);
    if (value >= low && value <= high && value == Math.rint(value)) {
      return (int) value;
    }
    throw Problem.of("problem.train.knob-whole", name, text, plain(low), plain(high));
  }

  /// One of an enum's constants, written in lower case.
  <E extends Enum<E>> E choice(String name, E standard) {
    standards.put(name, word(standard));
    String text = overrides.get(name);
    if (text == null) {
      return standard;
    }
    E[] constants = standard.getDeclaringClass().getEnumConstants();
    for (E constant : constants) {
      if (word(constant).equals(text.strip().toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    String known = Arrays.stream(constants).map(KnobReader::word).collect(Collectors.joining(", "));
    throw Problem.of("problem.train.knob-choice", name, text, known);
  }

  boolean flag(String name, boolean standard) {
    return choice(name, standard ? Flag.TRUE : Flag.FALSE) == Flag.TRUE;
  }

  private enum Flag {
    TRUE,
    FALSE
  }

  void refuseUnknown() {
    for (String name : new TreeSet<>(overrides.keySet())) {
      if (!standards.containsKey(name)) {
        String known = String.join(", ", new TreeSet<>(standards.keySet()));
        throw Problem.of("problem.train.knob-unknown", name, known);
      }
    }
  }

  /// The default of each knob read so far, as one would write it, in that order.
  SequencedMap<String, String> standards() {
    return Collections.unmodifiableSequencedMap(standards);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
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
