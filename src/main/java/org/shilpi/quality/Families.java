package org.shilpi.quality;

import java.util.Arrays;

/// Rows that belong together, also by way of others (union-find). The lowest row stands for its
/// family.
final class Families {
  private final int[] parents;

  Families(int rows) {
    parents = new int[rows];
    Arrays.setAll(parents, row -> row);
  }

  int first(int row) {
    int at = row;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  void join(int a, int b) {
    int first = first(a);
    int other = first(b);
    parents[Math.max(first, other)] = Math.min(first, other);
  }

  /// The first row of every row's family.
  int[] firsts() {
    int[] firsts = new int[parents.length];
    Arrays.setAll(firsts, this::first);
    return firsts;
  }
}
