package org.shilpi.ui.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A place in the confusion map.
///
/// @param truth index of the label that people gave
/// @param answer index of the label that the model gave
record Cell(int truth, int answer) {
  boolean right() {
    return truth == answer;
  }

  int count(int[][] confusion) {
    return confusion[truth][answer];
  }

  /// Share of the row, 0 to 1; 0 where nobody gave the label.
  double share(int[][] confusion) {
    int row = 0;
    for (int count : confusion[truth]) {
      row += count;
    }
    return row == 0 ? 0 : (double) count(confusion) / row;
  }

  /// All mistakes that happened, the most common first.
  static List<Cell> mistakes(int[][] confusion) {
    List<Cell> found = new ArrayList<>();
    for (int truth = 0; truth < confusion.length; truth++) {
      for (int answer = 0; answer < confusion.length; answer++) {
        if (truth != answer && confusion[truth][answer] > 0) {
          found.add(new Cell(truth, answer));
        }
      }
    }
    found.sort(
        Comparator.comparingInt((Cell cell) -> -cell.count(confusion))
            .thenComparingDouble(cell -> -cell.share(confusion)));
    return found;
  }

  static Optional<Cell> worst(int[][] confusion) {
    return mistakes(confusion).stream().findFirst();
  }
}
