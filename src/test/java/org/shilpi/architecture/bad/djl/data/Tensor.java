package org.shilpi.architecture.bad.djl.data;

final class Tensor {
  final ai.djl.ndarray.types.Shape shape = new ai.djl.ndarray.types.Shape(1);
}
