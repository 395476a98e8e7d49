package org.shilpi.djl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Deals rows into equal parts, each with its share of every label.
final class Folds {
  private Folds() {}

  /// @param y label of each row
  /// @param parts how many, at least 1
  /// @return the part of each row, 0 to `parts - 1`; a label with two rows or more is never wholly
  ///   in one part
  static int[] stratified(int[] y, int labels, int parts, long seed) {
    Random random = new Random(seed);
    int[] part = new int[y.length];
    int dealt = 0;
    for (int label = 0; label < labels; label++) {
      int wanted = label;
      List<Integer> rows =
          new ArrayList<>(
              IntStream.range(0, y.length).filter(i -> y[i] == wanted).boxed().toList());
      Collections.shuffle(rows, random);
      for (int row : rows) {
        part[row] = dealt++ % parts;
      }
    }
    return part;
  }

  /// The same for rows with any number of labels: each goes with the rarest of its labels, those
  /// without a label together.
  ///
  /// @param has one row a text, one column a label
  static int[] byRarest(boolean[][] has, int labels, int parts, long seed) {
    int[] count = new int[labels];
    for (boolean[] row : has) {
      for (int k = 0; k < labels; k++) {
        count[k] += row[k] ? 1 : 0;
      }
    }
    int[] rarest = new int[has.length];
    for (int i = 0; i < has.length; i++) {
      rarest[i] = labels;
      for (int k = 0; k < labels; k++) {
        if (has[i][k] && (rarest[i] == labels || count[k] < count[rarest[i]])) {
          rarest[i] = k;
        }
      }
    }
    return stratified(rarest, labels + 1, parts, seed);
  }
}
