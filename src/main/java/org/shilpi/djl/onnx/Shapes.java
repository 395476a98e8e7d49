package org.shilpi.djl.onnx;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// The operators of torch that make tensors, or move the values of a tensor elsewhere.
final class Shapes {
  private final Graph graph;
  private final Arithmetic numbers;

  Shapes(Graph graph, Arithmetic numbers) {
    this.graph = graph;
    this.numbers = numbers;
  }

  Object call(String name, List<Object> a, Map<String, Object> named) {
    return switch (name) {
      case "torch.transpose" -> transpose((Node) a.get(0), (Long) a.get(1), (Long) a.get(2));
      case "torch.unsqueeze" -> unsqueeze((Node) a.get(0), (Long) a.get(1));
      case "torch.select" -> select((Node) a.get(0), (Long) a.get(1), (Long) a.get(2));
      case "torch.permute" -> {
        Node x = (Node) a.get(0);
        yield graph.add("Transpose", Map.of("perm", a.get(1)), x.kind(), x.rank(), x);
      }
      case "torch.reshape" -> {
        Node shape = shape((List<?>) a.get(1));
        Node x = (Node) a.get(0);
        yield graph.add("Reshape", x.kind(), ((List<?>) a.get(1)).size(), x, shape);
      }
      case "torch.expand" -> {
        // Where torch says -1 for as it is, ONNX says 1.
        List<Object> sizes =
            ((List<?>) a.get(1))
                .stream().<Object>map(size -> size.equals(-1L) ? 1L : size).toList();
        Node x = (Node) a.get(0);
        yield graph.add("Expand", x.kind(), sizes.size(), x, shape(sizes));
      }
      case "torch.cat" -> joined((List<?>) a.get(0), a.size() > 1 ? (Long) a.get(1) : 0);
      case "torch.stack" ->
          joined(((List<?>) a.get(0)).stream().map(part -> unsqueeze((Node) part, 0)).toList(), 0);
      case "torch.chunk" -> {
        Node x = (Node) a.get(0);
        int parts = ((Long) a.get(1)).intValue();
        yield graph.split(parts, Map.of("axis", (long) x.axis((Long) a.get(2))), x);
      }
      case "torch.arange" -> range(a, kind(named));
      case "torch.full" -> graph.number(((Number) a.get(1)).doubleValue(), kind(named));
      case "torch.zeros" -> {
        Node shape = shape((List<?>) a.get(0));
        Node zero = graph.number(0, kind(named));
        yield graph.add("Expand", zero.kind(), ((List<?>) a.get(0)).size(), zero, shape);
      }
      default -> throw new IllegalArgumentException("cannot be traced: " + name);
    };
  }

  private static Kind kind(Map<String, Object> named) {
    Object code = named.get("dtype");
    return code == null ? Kind.FLOAT : Kind.ofTorch((Long) code);
  }

  /// A dimension's size, a single whole number.
  Node size(Node x, long dimension) {
    Node shape = graph.add("Shape", Kind.LONG, 1, x);
    return select(shape, 0, x.axis(dimension));
  }

  /// Sizes in a row, of which each is known or not.
  private Node shape(List<?> sizes) {
    if (sizes.stream().allMatch(Long.class::isInstance)) {
      return graph.numbers(sizes.stream().mapToLong(size -> (Long) size).toArray());
    }
    List<Node> parts =
        sizes.stream()
            .map(
                size -> size instanceof Node node ? unsqueeze(node, 0) : graph.numbers((Long) size))
            .toList();
    return joined(parts, 0);
  }

  private Node joined(List<?> parts, long dimension) {
    Node[] nodes = parts.toArray(Node[]::new);
    long axis = nodes[0].axis(dimension);
    return graph.add("Concat", Map.of("axis", axis), nodes[0].kind(), nodes[0].rank(), nodes);
  }

  Node transpose(Node x, long one, long other) {
    List<Long> order =
        LongStream.range(0, x.rank())
            .map(i -> i == x.axis(one) ? x.axis(other) : i == x.axis(other) ? x.axis(one) : i)
            .boxed()
            .toList();
    return graph.add("Transpose", Map.of("perm", order), x.kind(), x.rank(), x);
  }

  Node unsqueeze(Node x, long dimension) {
    return graph.add("Unsqueeze", x.kind(), x.rank() + 1, x, graph.numbers(dimension));
  }

  Node select(Node x, long dimension, long place) {
    long axis = x.axis(dimension);
    Node index = graph.number(place, Kind.LONG);
    return graph.add("Gather", Map.of("axis", axis), x.kind(), x.rank() - 1, x, index);
  }

  /// From 0 to below the end, or from begin to below end in steps.
  private Node range(List<Object> a, Kind kind) {
    boolean whole = a.size() == 1;
    Node begin = numbers.node(whole ? 0L : a.get(0), kind);
    Node end = numbers.node(a.get(whole ? 0 : 1), kind);
    Node step = numbers.node(whole ? 1L : a.get(2), kind);
    return graph.add("Range", kind, 1, begin, end, step);
  }
}
