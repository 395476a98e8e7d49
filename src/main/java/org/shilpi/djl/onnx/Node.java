package org.shilpi.djl.onnx;

/// What stands for a tensor while a program is traced: a value of the graph.
///
/// @param name unique in the graph
/// @param rank number of dimensions, 0 for a single number
record Node(String name, Kind kind, int rank) {
  /// The place of a dimension counted from the front.
  int axis(long dimension) {
    return (int) (dimension < 0 ? dimension + rank : dimension);
  }
}
