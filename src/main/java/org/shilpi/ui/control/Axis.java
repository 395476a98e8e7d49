package org.shilpi.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One axis of a chart.
///
/// @param to above `from`
/// @param unit written on the last tick ("%"), may be empty
/// @param caption below the axis across ("passes through the data"), may be empty
public record Axis(double from, double to, String unit, String caption) {
  private static final int TICKS = 5;

  public Axis {
    if (!(to > from)) {
      throw new IllegalArgumentException("an axis must grow, was " + from + " to " + to);
    }
  }

  /// An axis that starts at `from` and ends at a round number not below `most`.
  public static Axis upTo(double from, double most, String unit, String caption) {
    double end = most > from ? most : from + 1;
    double step = step(from, end);
    return new Axis(from, Math.ceil(end / step - 1e-9) * step, unit, caption);
  }

  /// Four or five round numbers.
  List<Double> ticks() {
    double step = step(from, to);
    List<Double> ticks = new ArrayList<>();
    for (double k = Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-6; k++) {
      // Adding 0 turns -0, which would be written so, into 0.
      ticks.add(k * step + 0.0);
    }
    return ticks;
  }

  String say(double tick, boolean last) {
    double step = step(from, to);
    int decimals = (int) Math.clamp(-Math.floor(Math.log10(step) + 1e-9), 0, 6);
    if (step * Math.pow(10, decimals) % 1 > 1e-6) {
      decimals++;
    }
    String number = String.format(Locale.ENGLISH, "%,." + decimals + "f", tick);
    return last && !unit.isEmpty() ? number + " " + unit : number;
  }

  /// Share of the way from the start to the end.
  double place(double value) {
    return (value - from) / (to - from);
  }

  private static double step(double from, double to) {
    double raw = (to - from) / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double nice : new double[] {1, 2, 2.5, 5}) {
      if (nice * power >= raw * (1 - 1e-9)) {
        return nice * power;
      }
    }
    return 10 * power;
  }
}
