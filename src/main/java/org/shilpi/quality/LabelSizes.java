package org.shilpi.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Labels with too few texts, and one that has many more than the others.
final class LabelSizes implements Check {
  /// Below this a label’s own score says little: its 95 % interval is up to 34 points wide.
  static final int ENOUGH = 30;

  /// The largest label may have so many times the texts of the middle one.
  static final int MOST_TIMES = 10;

  private static final int MOST_NAMED = 5;
  private static final int MOST_BARS = 12;

  private final List<String> labels;
  private final Map<String, Integer> counts = new HashMap<>();

  /// @param labels of the project, in order; those without a text count too
  LabelSizes(List<String> labels) {
    this.labels = labels;
  }

  @Override
  public void see(int row, Item item) {
    new HashSet<>(item.judgement().labels()).forEach(label -> counts.merge(label, 1, Integer::sum));
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (!counts.isEmpty()) {
      findings.addAll(tiny());
      findings.addAll(imbalance());
    }
    return findings;
  }

  private int count(String label) {
    return counts.getOrDefault(label, 0);
  }

  private List<Finding> tiny() {
    List<String> tiny =
        labels.stream()
            .filter(label -> count(label) < ENOUGH)
            .sorted(Comparator.comparingInt(this::count))
            .toList();
    if (tiny.size() > MOST_NAMED) {
      String smallest = tiny.getFirst();
      return List.of(
          finding(
              tiny.size(),
              "",
              List.of(smallest, Integer.toString(count(smallest)), Integer.toString(ENOUGH)),
              bars(tiny)));
    }
    return tiny.stream()
        .map(label ->
            finding(
                1,
                label,
                List.of(label, Integer.toString(count(label)), Integer.toString(ENOUGH)),
                new Picture.Share(count(label), ENOUGH)))
        .toList();
  }

  private static Finding finding(
      int count, String subject, List<String> arguments, Picture picture) {
    return new Finding(
        Kind.TINY_LABEL,
        subject,
        Severity.WARNING,
        count,
        arguments,
        picture,
        Optional.empty(),
        List.of());
  }

  private List<Finding> imbalance() {
    int[] sizes = labels.stream().mapToInt(this::count).filter(n -> n > 0).sorted().toArray();
    if (sizes.length < 2) {
      return List.of();
    }
    int largest = sizes[sizes.length - 1];
    int middle = sizes[(sizes.length - 1) / 2];
    if (largest < MOST_TIMES * middle) {
      return List.of();
    }
    String name = labels.stream().max(Comparator.comparingInt(this::count)).orElseThrow();
    long share = Math.round(100.0 * largest / Arrays.stream(sizes).asLongStream().sum());
    return List.of(
        new Finding(
            Kind.IMBALANCE,
            "",
            Severity.NOTE,
            largest,
            List.of(name, Long.toString(share), Integer.toString(largest / middle)),
            bars(labels.stream().sorted(Comparator.comparingInt(this::count).reversed()).toList()),
            Optional.empty(),
            List.of()));
  }

  private Picture bars(List<String> some) {
    Map<String, Long> bars = new LinkedHashMap<>();
    some.stream().limit(MOST_BARS).forEach(label -> bars.put(label, (long) count(label)));
    return new Picture.Bars(bars);
  }
}
