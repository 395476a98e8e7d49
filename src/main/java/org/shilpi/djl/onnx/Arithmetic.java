package org.shilpi.djl.onnx;

import java.util.Map;

/// Sums, products and comparisons, of numbers that are known and of tensors.
final class Arithmetic {
  private final Graph graph;

  Arithmetic(Graph graph) {
    this.graph = graph;
  }

  Object of(String operator, Object a, Object b) {
    if (a instanceof Node || b instanceof Node) {
      return of(operator, kind(a, b), a, b);
    }
    if (a instanceof String text) {
      return text + b;
    }
    if (a instanceof Long x && b instanceof Long y && !operator.equals("/")) {
      return switch (operator) {
        case "+" -> x + y;
        case "-" -> x - y;
        default -> x * y;
      };
    }
    double x = ((Number) a).doubleValue();
    double y = ((Number) b).doubleValue();
    return switch (operator) {
      case "+" -> x + y;
      case "-" -> x - y;
      case "*" -> x * y;
      default -> x / y;
    };
  }

  private Node of(String operator, Kind kind, Object a, Object b) {
    String name =
        switch (operator) {
          case "+" -> "Add";
          case "-" -> "Sub";
          case "*" -> "Mul";
          default -> "Div";
        };
    return combined(name, kind, kind, a, b);
  }

  /// A step with two inputs of one kind, either of which may be a known number.
  ///
  /// @param gives kind of the result
  Node combined(String operator, Kind kind, Kind gives, Object a, Object b) {
    Node x = node(a, kind);
    Node y = node(b, kind);
    return graph.add(operator, gives, Math.max(x.rank(), y.rank()), x, y);
  }

  /// Floats where one of two is one.
  static Kind kind(Object a, Object b) {
    return isFloat(a) || isFloat(b) ? Kind.FLOAT : Kind.LONG;
  }

  private static boolean isFloat(Object value) {
    return value instanceof Double || value instanceof Node node && node.kind() == Kind.FLOAT;
  }

  /// A value of the graph, converted to a kind.
  Node node(Object value, Kind kind) {
    if (value instanceof Node node) {
      return cast(node, kind);
    }
    return graph.number(((Number) value).doubleValue(), kind);
  }

  Node cast(Node node, Kind kind) {
    return node.kind() == kind
        ? node
        : graph.add("Cast", Map.of("to", (long) kind.onnx()), kind, node.rank(), node);
  }

  /// Numbers that are known: a graph has no conditions.
  static boolean compare(String operator, Object a, Object b) {
    int order = Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue());
    return switch (operator) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<=" -> order <= 0;
      case ">=" -> order >= 0;
      case "<" -> order < 0;
      default -> order > 0;
    };
  }
}
