package org.shilpi.ui.train;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/// What there is to learn from: texts by label.
///
/// @param counts in the labels' order
record Material(Map<String, Integer> counts) {
  /// A label needs one text to learn from and one to check on.
  static final int LEAST = 2;

  /// Below this a label is learned by luck.
  static final int FEW = 10;

  /// From here on, changing every weight tends to pay.
  static final int PLENTY = 50;

  Material {
    counts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counts));
  }

  int labeled() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Whether a run can start at all.
  boolean enough() {
    return counts.values().stream().filter(count -> count >= LEAST).count() >= 2;
  }

  /// Labels with too few texts to be learned well, the smallest first.
  List<Entry<String, Integer>> small() {
    return counts.entrySet().stream()
        .filter(label -> label.getValue() < FEW)
        .sorted(Entry.comparingByValue())
        .toList();
  }

  /// Whether even the smallest label has plenty.
  boolean plenty() {
    return !counts.isEmpty() && counts.values().stream().allMatch(count -> count >= PLENTY);
  }
}
