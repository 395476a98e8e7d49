package org.shilpi.train.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// A knob with the values that a search may give it. A place on a dimension runs from 0 to 1.
public sealed interface Dimension {
  /// The knob's name, as in [org.shilpi.train.Knobs].
  String knob();

  /// The value at a place, as a knob takes it.
  ///
  /// @param place 0 to 1
  String at(double place);

  /// A number in a range.
  ///
  /// @param low smallest value, above 0 where the scale is logarithmic
  /// @param high largest value, above `low`
  /// @param logarithmic whether equal factors, not equal differences, are equally far apart
  record Real(String knob, double low, double high, boolean logarithmic) implements Dimension {
    // Nobody reads more digits, and a search cannot tell them apart.
    private static final MathContext DIGITS = new MathContext(3);

    public Real {
      if (!(low < high) || (logarithmic && low <= 0)) {
        throw new IllegalArgumentException("no range for " + knob + ": " + low + " to " + high);
      }
    }

    @Override
    public String at(double place) {
      double value = logarithmic ? low * Math.pow(high / low, place) : low + (high - low) * place;
      double inside = Math.clamp(new BigDecimal(value).round(DIGITS).doubleValue(), low, high);
      return BigDecimal.valueOf(inside).stripTrailingZeros().toPlainString();
    }
  }

  /// One of a few values in their order, neighbours being alike.
  ///
  /// @param values at least one
  record Choice(String knob, List<String> values) implements Dimension {
    public Choice {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("nothing to choose from for " + knob);
      }
    }

    @Override
    public String at(double place) {
      return values.get(Math.clamp((int) (place * values.size()), 0, values.size() - 1));
    }
  }
}
