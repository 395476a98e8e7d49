package org.shilpi.basemodel;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/// Gives the weights of a BERT encoder exported to ONNX their Hugging Face names and layout.
///
/// The exporter keeps embeddings, biases and norms under their names; it folds each linear layer
/// into a matrix product, whose weight is transposed and anonymous (`onnx::MatMul_787`) but whose
/// node still carries the layer's path (`/encoder/layer.0/attention/self/query/MatMul`).
final class OnnxToHuggingFace {
  private static final String PRODUCT = "/MatMul";

  private OnnxToHuggingFace() {}

  /// @return tensors by Hugging Face name; their values are read from the graph when written
  static Map<String, Tensor> convert(OnnxGraph graph) {
    Map<String, OnnxGraph.Weight> named = new HashMap<>(graph.weights());
    Map<String, Tensor> tensors = new HashMap<>();
    for (OnnxGraph.Product product : graph.products()) {
      String name = product.name();
      OnnxGraph.Weight weight = named.remove(product.inputs().getLast());
      if (weight == null) {
        continue; // a product of two activations, as in attention
      }
      if (!name.startsWith("/") || !name.endsWith(PRODUCT) || weight.shape().size() != 2) {
        throw new IllegalStateException("no linear layer: " + name + " " + weight.shape());
      }
      String layer = name.substring(1, name.length() - PRODUCT.length()).replace('/', '.');
      tensors.put(layer + ".weight", transposed(weight));
    }
    named.forEach((name, weight) -> {
      // The only other constants are index tables, which every library computes itself.
      if (weight.isFloat() && tensors.put(name, plain(weight)) != null) {
        throw new IllegalStateException("the weight " + name + " is there twice");
      }
    });
    return tensors;
  }

  private static Tensor plain(OnnxGraph.Weight weight) {
    return Tensor.floats(sizes(weight), weight::floats);
  }

  private static Tensor transposed(OnnxGraph.Weight weight) {
    long[] sizes = sizes(weight);
    return Tensor.floats(
        new long[] {sizes[1], sizes[0]},
        () -> transpose(weight.floats(), (int) sizes[0], (int) sizes[1]));
  }

  private static FloatBuffer transpose(FloatBuffer values, int rows, int columns) {
    FloatBuffer turned = FloatBuffer.allocate(rows * columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned.put(column * rows + row, values.get(row * columns + column));
      }
    }
    return turned;
  }

  private static long[] sizes(OnnxGraph.Weight weight) {
    return weight.shape().stream().mapToLong(Long::longValue).toArray();
  }
}
