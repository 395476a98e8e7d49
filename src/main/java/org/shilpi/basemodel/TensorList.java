package org.shilpi.basemodel;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Names and shapes of a model's tensors, in the order in which they are used.
final class TensorList {
  private final SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();

  TensorList put(String name, long... shape) {
    shapes.put(name, Arrays.stream(shape).boxed().toList());
    return this;
  }

  /// `name.weight` and `name.bias` of a linear layer.
  TensorList linear(String name, long out, long in) {
    return linear(name, out, in, true);
  }

  TensorList linear(String name, long out, long in, boolean bias) {
    put(name + ".weight", out, in);
    return bias ? put(name + ".bias", out) : this;
  }

  TensorList norm(String name, long size) {
    return norm(name, size, true);
  }

  TensorList norm(String name, long size, boolean bias) {
    put(name + ".weight", size);
    return bias ? put(name + ".bias", size) : this;
  }

  /// `name.weight` of an embedding.
  TensorList table(String name, long rows, long width) {
    return put(name + ".weight", rows, width);
  }

  /// The second half of a layer of BERT and of those that kept its names.
  TensorList feedForward(String layer, long hidden, long inner) {
    return linear(layer + ".intermediate.dense", inner, hidden)
        .linear(layer + ".output.dense", hidden, inner)
        .norm(layer + ".output.LayerNorm", hidden);
  }

  SequencedMap<String, List<Long>> shapes() {
    return Collections.unmodifiableSequencedMap(shapes);
  }
}
