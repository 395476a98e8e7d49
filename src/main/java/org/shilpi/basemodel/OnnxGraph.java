package org.shilpi.basemodel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The weights of an ONNX file and the matrix products that use them; tensors stay views of the
/// file. Field numbers: <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto>.
///
/// @param weights constants by name
/// @param products the nodes of type `MatMul`
record OnnxGraph(Map<String, Weight> weights, List<Product> products) {
  private static final int FLOAT = 1;

  /// @param shape sizes, outermost first
  /// @param type the format's number of the element type
  /// @param raw little-endian values
  record Weight(List<Long> shape, int type, ByteBuffer raw) {
    boolean isFloat() {
      return type == FLOAT;
    }

    /// @throws IllegalStateException if these are not as many floats as the shape tells
    FloatBuffer floats() {
      long count = TensorEntry.elements(shape);
      if (!isFloat() || raw.remaining() != count * Float.BYTES) {
        throw new IllegalStateException(
            shape + " of type " + type + " in " + raw.remaining() + " bytes");
      }
      return raw.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }
  }

  record Product(String name, List<String> inputs) {}

  /// @throws IllegalStateException if this is not a sound ONNX file with its weights inside
  static OnnxGraph read(ByteBuffer file) {
    OnnxGraph graph = new OnnxGraph(new LinkedHashMap<>(), new ArrayList<>());
    try {
      Protobuf model = new Protobuf(file);
      while (model.next()) {
        if (model.is(7)) {
          graph.readGraph(model.message());
        } else {
          model.skip();
        }
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalStateException("the ONNX file ends too early", e);
    }
    return graph;
  }

  private void readGraph(Protobuf graph) {
    while (graph.next()) {
      if (graph.is(1)) {
        readNode(graph.message());
      } else if (graph.is(5)) {
        readWeight(graph.message());
      } else {
        graph.skip();
      }
    }
  }

  private void readNode(Protobuf node) {
    List<String> inputs = new ArrayList<>();
    String name = "";
    String operator = "";
    while (node.next()) {
      if (node.is(1)) {
        inputs.add(node.text());
      } else if (node.is(3)) {
        name = node.text();
      } else if (node.is(4)) {
        operator = node.text();
      } else {
        node.skip();
      }
    }
    if (operator.equals("MatMul")) {
      products.add(new Product(name, inputs));
    }
  }

  private void readWeight(Protobuf tensor) {
    List<Long> shape = new ArrayList<>();
    int type = 0;
    String name = "";
    ByteBuffer raw = ByteBuffer.allocate(0);
    while (tensor.next()) {
      if (tensor.is(1)) {
        tensor.numbers(shape);
      } else if (tensor.is(2)) {
        type = Math.toIntExact(tensor.number());
      } else if (tensor.is(8)) {
        name = tensor.text();
      } else if (tensor.is(9)) {
        raw = tensor.bytes();
      } else {
        tensor.skip();
      }
    }
    if (weights.put(name, new Weight(List.copyOf(shape), type, raw)) != null) {
      throw new IllegalStateException("the weight " + name + " is there twice");
    }
  }
}
