package org.shilpi.basemodel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The weights of an ONNX file and the matrix products that use them; tensors stay views of the
/// file. Field numbers: <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto>; wire format:
/// <https://protobuf.dev/programming-guides/encoding>.
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
      Message model = new Message(file);
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

  private void readGraph(Message graph) {
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

  private void readNode(Message node) {
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

  private void readWeight(Message tensor) {
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

  /// A protobuf message: fields, each a number with a wire type, then its value.
  private static final class Message {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteBuffer left;
    private int tag;

    Message(ByteBuffer bytes) {
      this.left = bytes.duplicate();
    }

    boolean next() {
      if (!left.hasRemaining()) {
        return false;
      }
      tag = (int) varint();
      return true;
    }

    boolean is(int field) {
      return tag >>> 3 == field;
    }

    long number() {
      expect(VARINT);
      return varint();
    }

    /// Repeated numbers, packed or one by one.
    void numbers(List<Long> to) {
      if ((tag & 7) == VARINT) {
        to.add(varint());
        return;
      }
      Message packed = message();
      while (packed.left.hasRemaining()) {
        to.add(packed.varint());
      }
    }

    ByteBuffer bytes() {
      expect(LENGTH);
      long length = varint();
      if (length < 0 || length > left.remaining()) {
        throw new BufferUnderflowException();
      }
      ByteBuffer bytes = left.slice(left.position(), (int) length);
      left.position(left.position() + (int) length);
      return bytes;
    }

    Message message() {
      return new Message(bytes());
    }

    String text() {
      return StandardCharsets.UTF_8.decode(bytes()).toString();
    }

    void skip() {
      switch (tag & 7) {
        case VARINT -> varint();
        case EIGHT_BYTES -> left.getLong();
        case LENGTH -> bytes();
        case FOUR_BYTES -> left.getInt();
        default -> throw new IllegalStateException("wire type " + (tag & 7));
      }
    }

    private void expect(int wire) {
      if ((tag & 7) != wire) {
        throw new IllegalStateException("field " + (tag >>> 3) + " has wire type " + (tag & 7));
      }
    }

    private long varint() {
      long value = 0;
      for (int shift = 0; shift < Long.SIZE; shift += 7) {
        byte next = left.get();
        value |= (long) (next & 127) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw new IllegalStateException("a number of more than 64 bits");
    }
  }
}
