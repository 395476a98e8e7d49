package org.shilpi.djl.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// The operators of torch that our programs use, as steps of a graph.
///
/// Training has none here: gradients are off, dropout rates are 0, and no tensor is on a processor
/// of its own, so what the programs do for the CPU's sake is left to whoever runs the graph.
final class Operators {
  /// Below any score of attention, and unlike minus infinity no cause of NaN where a token may look
  /// nowhere.
  private static final double NOWHERE = -1e30;

  private final Graph graph;
  private final Arithmetic numbers;
  private final Shapes shapes;

  Operators(Graph graph, Arithmetic numbers) {
    this.graph = graph;
    this.numbers = numbers;
    this.shapes = new Shapes(graph, numbers);
  }

  Object call(String name, List<Object> a, Map<String, Object> named) {
    return switch (name) {
      case "ops.prim.dtype" -> node(a, 0).kind().torch();
      case "ops.prim.is_cpu", "torch.is_grad_enabled" -> false;
      case "ops.prim.device" -> Tracer.Nothing.NONE;
      case "torch.__contains__" -> graph.hasWeight((String) a.get(1));
      case "torch.__and__" -> (Boolean) a.get(0) && (Boolean) a.get(1);
      case "torch.dropout" -> a.getFirst();
      case "torch.to" -> numbers.cast(node(a, 0), Kind.ofTorch((Long) a.get(1)));
      case "torch.size" -> shapes.size(node(a, 0), (Long) a.get(1));
      case "torch.floordiv" ->
          a.get(0) instanceof Long x && a.get(1) instanceof Long y
              ? Math.floorDiv(x, y)
              : numbers.of("/", a.get(0), a.get(1));
      case "torch.linear" -> linear(a);
      case "torch.layer_norm" -> norm(a);
      case "torch.embedding" -> {
        Node ids = node(a, 1);
        yield graph.add("Gather", Map.of("axis", 0L), Kind.FLOAT, ids.rank() + 1, node(a, 0), ids);
      }
      case "torch.gelu" -> gelu(node(a, 0), "tanh".equals(named.get("approximate")));
      case "torch.silu" -> times(node(a, 0), one("Sigmoid", a));
      case "torch.relu" -> one("Relu", a);
      case "torch.tanh" -> one("Tanh", a);
      case "torch.abs" -> one("Abs", a);
      case "torch.sign" -> one("Sign", a);
      case "torch.ceil" -> one("Ceil", a);
      case "torch.cos" -> one("Cos", a);
      case "torch.sin" -> one("Sin", a);
      case "torch.neg" -> one("Neg", a);
      case "torch.log" -> one("Log", a);
      case "torch.sqrt" ->
          a.getFirst() instanceof Double known ? (Object) Math.sqrt(known) : one("Sqrt", a);
      case "torch.pow" -> numbers.combined("Pow", Kind.FLOAT, Kind.FLOAT, a.get(0), a.get(1));
      case "torch.ne" -> one("Not", List.of(compared("Equal", a)));
      case "torch.lt" -> compared("Less", a);
      case "torch.le" -> compared("LessOrEqual", a);
      case "torch.logical_not" -> one("Not", a);
      case "torch.logical_and" -> numbers.combined("And", Kind.BOOL, Kind.BOOL, a.get(0), a.get(1));
      case "torch.matmul" -> product(node(a, 0), node(a, 1));
      case "torch.outer" -> times(shapes.unsqueeze(node(a, 0), 1), shapes.unsqueeze(node(a, 1), 0));
      case "torch.softmax" -> softmax(node(a, 0));
      case "torch.scaled_dot_product_attention" ->
          attention(a, named.getOrDefault("scale", Tracer.Nothing.NONE));
      case "torch.masked_fill" -> chosen(node(a, 1), a.get(2), node(a, 0));
      case "torch.where" -> chosen(node(a, 0), a.get(1), a.get(2));
      case "torch.clamp" -> clamp(a);
      case "torch.sum" -> {
        long axis = (Long) ((List<?>) a.get(1)).getFirst();
        Node x = node(a, 0);
        yield graph.add(
            "ReduceSum", Map.of("keepdims", 0L), x.kind(), x.rank() - 1, x, graph.numbers(axis));
      }
      case "torch.norm" -> {
        Map<String, Object> axes = Map.of("axes", a.get(2), "keepdims", 1L);
        yield graph.add("ReduceL2", axes, Kind.FLOAT, node(a, 0).rank(), node(a, 0));
      }
      case "torch.cumsum" ->
          graph.add(
              "CumSum",
              node(a, 0).kind(),
              node(a, 0).rank(),
              node(a, 0),
              graph.number((Long) a.get(1), Kind.LONG));
      case "torch.gather" -> {
        Node index = node(a, 2);
        yield graph.add(
            "GatherElements",
            Map.of("axis", a.get(1)),
            node(a, 0).kind(),
            index.rank(),
            node(a, 0),
            index);
      }
      case "torch.conv1d" -> convolution(a);
      default -> shapes.call(name, a, named);
    };
  }

  Node select(Node node, long axis, long place) {
    return shapes.select(node, axis, place);
  }

  private static Node node(List<?> arguments, int place) {
    return (Node) arguments.get(place);
  }

  private Node one(String operator, List<Object> a) {
    return graph.add(operator, node(a, 0).kind(), node(a, 0).rank(), node(a, 0));
  }

  private Node times(Object a, Object b) {
    return (Node) numbers.of("*", a, b);
  }

  private Node plus(Object a, Object b) {
    return (Node) numbers.of("+", a, b);
  }

  private Node compared(String operator, List<Object> a) {
    Kind kind = Arithmetic.kind(a.get(0), a.get(1));
    return numbers.combined(operator, kind, Kind.BOOL, a.get(0), a.get(1));
  }

  private Node product(Node a, Node b) {
    return graph.add("MatMul", Kind.FLOAT, Math.max(a.rank(), b.rank()), a, b);
  }

  private Node linear(List<Object> a) {
    Node weight = shapes.transpose(node(a, 1), 0, 1);
    Node y = product(node(a, 0), weight);
    return a.get(2) instanceof Node bias ? plus(y, bias) : y;
  }

  private Node norm(List<Object> a) {
    List<Node> inputs = new ArrayList<>(List.of(node(a, 0), node(a, 2)));
    if (a.get(3) instanceof Node bias) {
      inputs.add(bias);
    }
    return graph.add(
        "LayerNormalization",
        Map.of("axis", -1L, "epsilon", a.get(4)),
        Kind.FLOAT,
        node(a, 0).rank(),
        inputs.toArray(Node[]::new));
  }

  /// `x Phi(x)`, or its approximation (Hendrycks and Gimpel, 2016).
  private Node gelu(Node x, boolean approximate) {
    Node inner;
    if (approximate) {
      Node cubed = times(times(x, x), times(x, 0.044715));
      inner = one("Tanh", List.of(times(plus(x, cubed), Math.sqrt(2 / Math.PI))));
    } else {
      inner = one("Erf", List.of((Node) numbers.of("/", x, Math.sqrt(2))));
    }
    return times(times(x, plus(inner, 1.0)), 0.5);
  }

  private Node softmax(Node x) {
    return graph.add("Softmax", Map.of("axis", -1L), Kind.FLOAT, x.rank(), x);
  }

  /// @param scale what scores are multiplied by; one over the root of the width if not said
  private Node attention(List<Object> a, Object scale) {
    Node q = node(a, 0);
    Object by = scale;
    if (scale == Tracer.Nothing.NONE) {
      Node width = numbers.cast(shapes.size(q, -1), Kind.FLOAT);
      by = numbers.of("/", 1.0, one("Sqrt", List.of(width)));
    }
    Node scores = product(times(q, by), shapes.transpose(node(a, 1), 2, 3));
    Node look = node(a, 3);
    Node masked = look.kind() == Kind.BOOL ? chosen(look, scores, NOWHERE) : plus(scores, look);
    return product(softmax(masked), node(a, 2));
  }

  private Node chosen(Node condition, Object yes, Object no) {
    Kind kind = Arithmetic.kind(yes, no);
    Node a = numbers.node(yes, kind);
    Node b = numbers.node(no, kind);
    int rank = Collections.max(List.of(condition.rank(), a.rank(), b.rank()));
    return graph.add("Where", kind, rank, condition, a, b);
  }

  private Node clamp(List<Object> a) {
    Node x = node(a, 0);
    for (int bound = 1; bound < a.size(); bound++) {
      if (a.get(bound) instanceof Number known) {
        x = numbers.combined(bound == 1 ? "Max" : "Min", x.kind(), x.kind(), x, known);
      }
    }
    return x;
  }

  /// Along the last dimension, with as much padding on both sides.
  private Node convolution(List<Object> a) {
    long side = (Long) ((List<?>) a.get(4)).getFirst();
    Map<String, Object> attributes =
        Map.of(
            "strides", a.get(3),
            "pads", LongStream.of(side, side).boxed().toList(),
            "dilations", a.get(5),
            "group", a.get(6));
    return graph.add("Conv", attributes, Kind.FLOAT, 3, node(a, 0), node(a, 1), node(a, 2));
  }
}
