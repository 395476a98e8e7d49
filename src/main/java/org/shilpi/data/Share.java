package org.shilpi.data;

import java.util.Comparator;
import java.util.List;

/// How much is taken out for a part.
///
/// @param whole what is meant to be taken, 0 to 1
/// @param least fewest different texts of a label from which at least one is taken
/// @param half which half of the content's hash orders the line
/// @param side the part
record Share(double whole, int least, int half, Split side) {
  /// Takes its share of one label's texts.
  ///
  /// @param of how many different texts the label has in all
  void take(List<Kin> label, int of) {
    List<Kin> line =
        label.stream()
            .sorted(Comparator.comparingDouble(this::place).thenComparing(kin -> kin.key))
            .toList();
    int all = weight(line);
    int low = of < least ? 0 : Math.max(1, (int) Math.floor(all * whole / 2));
    int high = of < least ? 0 : Math.max(1, (int) Math.ceil(all * whole * 3 / 2));
    take(line, low, high, false);
  }

  /// Takes its share of what was written last.
  void takeNewest(List<Kin> all) {
    List<Kin> line =
        all.stream()
            .filter(kin -> !kin.written.isEmpty())
            .sorted(
                Comparator.comparing((Kin kin) -> kin.written)
                    .reversed()
                    .thenComparing(kin -> kin.key))
            .toList();
    int wanted = (int) Math.round(weight(all) * whole);
    take(line, wanted, Math.max(wanted, (int) Math.ceil(wanted * 1.5)), true);
  }

  // One family always stays; where all are too big, the smallest goes.
  private void take(List<Kin> line, int low, int high, boolean inOrder) {
    int taken = 0;
    int left = line.size();
    for (Kin kin : line) {
      boolean wanted = taken < low || (!inOrder && place(kin) < whole);
      if (left > 1 && wanted && taken + kin.weight <= Math.max(low, high)) {
        kin.side = side;
        taken += kin.weight;
        left--;
      }
    }
    if (taken == 0 && low > 0 && left > 1) {
      line.stream().min(Comparator.comparingInt(kin -> kin.weight)).get().side = side;
    }
  }

  static int weight(List<Kin> line) {
    return line.stream().mapToInt(kin -> kin.weight).sum();
  }

  // 0 to 1, evenly spread
  private double place(Kin kin) {
    long bits = half == 0 ? kin.key.getMostSignificantBits() : kin.key.getLeastSignificantBits();
    return (bits >>> 11) * 0x1.0p-53;
  }
}
