package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// The floating-point operations of the matrix products that a network is there for. What is spent
/// on padding, attention scores, norms or dropout is not counted.
///
/// @param perToken operations for one token of a text
record MatrixWork(double perToken) {
  /// Two for each weight of a linear layer: a product and a sum.
  static MatrixWork ofUse(Dict weights) {
    return of(weights, 2, Set.of());
  }

  /// Twice as many again on the way back: for what flows through a layer, and for those of its
  /// weights that learn.
  static MatrixWork ofTraining(Dict weights, Map<String, NDArray> learning) {
    return of(weights, 4, learning.keySet());
  }

  private static MatrixWork of(Dict weights, int each, Collection<String> learning) {
    double sum = 0;
    for (Map.Entry<String, NDArray> weight : weights.arrays().entrySet()) {
      boolean matrix = weight.getValue().getShape().dimension() == 2;
      if (matrix && !weight.getKey().startsWith("embeddings.")) {
        int operations = learning.contains(weight.getKey()) ? each + 2 : each;
        sum += (double) operations * weight.getValue().size();
      }
    }
    return new MatrixWork(sum);
  }
}
