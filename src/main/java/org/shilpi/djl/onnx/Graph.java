package org.shilpi.djl.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.shilpi.basemodel.Tensor;

/// A graph in the making. A step that is there already is not added again.
final class Graph {
  /// @param attributes numbers, or lists of whole ones, by name
  record Step(String operator, List<String> inputs, Map<String, Object> attributes, int outputs) {
    /// Names that are free as long as steps are never taken away.
    String output(int number, int at) {
      return "v" + number + (outputs == 1 ? "" : "." + at);
    }
  }

  private final SequencedMap<Step, Integer> steps = new LinkedHashMap<>();
  private final SequencedMap<String, Tensor> constants = new LinkedHashMap<>();
  private final Map<String, Tensor> weights;

  /// @param weights fp32, by name
  Graph(Map<String, Tensor> weights) {
    this.weights = weights;
  }

  boolean hasWeight(String name) {
    return weights.containsKey(name);
  }

  Node weight(String name) {
    Tensor tensor = weights.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no weight named " + name);
    }
    constants.put(name, tensor);
    return new Node(name, Kind.FLOAT, tensor.shape().size());
  }

  /// A single number.
  Node number(double value, Kind kind) {
    long[] single = {};
    Tensor tensor =
        switch (kind) {
          case FLOAT -> Tensor.floats(single, new float[] {(float) value});
          case LONG -> Tensor.longs(single, new long[] {(long) value});
          case BOOL -> throw new IllegalArgumentException("a constant truth");
        };
    return constant(kind + "(" + value + ")", tensor, kind);
  }

  /// Whole numbers in a row.
  Node numbers(long... values) {
    return constant(
        Arrays.toString(values), Tensor.longs(new long[] {values.length}, values), Kind.LONG);
  }

  private Node constant(String name, Tensor tensor, Kind kind) {
    constants.put(name, tensor);
    return new Node(name, kind, tensor.shape().size());
  }

  Node add(String operator, Kind kind, int rank, Node... inputs) {
    return add(operator, Map.of(), kind, rank, inputs);
  }

  Node add(String operator, Map<String, Object> attributes, Kind kind, int rank, Node... inputs) {
    return new Node(add(step(operator, attributes, 1, inputs), 0), kind, rank);
  }

  /// A step that gives several values of one kind.
  List<Node> split(int parts, Map<String, Object> attributes, Node input) {
    List<Node> nodes = new ArrayList<>();
    for (int at = 0; at < parts; at++) {
      String name = add(step("Split", attributes, parts, input), at);
      nodes.add(new Node(name, input.kind(), input.rank()));
    }
    return nodes;
  }

  private static Step step(
      String operator, Map<String, Object> attributes, int outputs, Node... inputs) {
    List<String> names = Arrays.stream(inputs).map(Node::name).toList();
    return new Step(operator, names, new TreeMap<>(attributes), outputs);
  }

  private String add(Step step, int at) {
    int number = steps.computeIfAbsent(step, absent -> steps.size());
    return step.output(number, at);
  }

  /// In the order in which they can be taken.
  SequencedMap<Step, Integer> steps() {
    return steps;
  }

  /// What the steps read that no step gives, by name.
  SequencedMap<String, Tensor> constants() {
    return constants;
  }
}
