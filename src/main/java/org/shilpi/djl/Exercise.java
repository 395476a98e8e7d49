package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;

/// Rows as a training step takes them.
interface Exercise {
  /// Token ids of each row.
  List<int[]> tokens();

  /// The program's method for a training step.
  String step();

  Aim aim();

  /// The right answers of some rows, as the step takes them.
  ///
  /// @param scope owns the result
  /// @param longest tokens of the longest of these rows
  NDArray answers(NDManager scope, int[] batch, int longest);

  /// What the losses of these rows are divided by to make a mean. That of a whole step belongs to
  /// each of its parts: so their losses and gradients add up, however the step is divided.
  double whole(int[] batch);

  default int[] lengths() {
    return tokens().stream().mapToInt(row -> row.length).toArray();
  }

  default List<int[]> tokens(int[] batch) {
    return Arrays.stream(batch).mapToObj(tokens()::get).toList();
  }
}
