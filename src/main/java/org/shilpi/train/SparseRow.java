package org.shilpi.train;

/// A vector that is mostly zero.
///
/// @param columns places that are not zero, ascending
/// @param values what stands there
record SparseRow(int[] columns, float[] values) {
  int size() {
    return columns.length;
  }

  double squaredNorm() {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }
}
