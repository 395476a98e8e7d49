package org.shilpi.djl.onnx;

import java.util.List;
import java.util.Map;

/// Runs methods of a program on values that stand for tensors, so that a graph comes out.
final class Tracer {
  /// What `None` is.
  enum Nothing {
    NONE
  }

  private static final String OWN = "self.";

  private final Script script;
  private final Graph graph;
  private final Arithmetic arithmetic;
  private final Operators operators;

  Tracer(Script script, Graph graph) {
    this.script = script;
    this.graph = graph;
    this.arithmetic = new Arithmetic(graph);
    this.operators = new Operators(graph, arithmetic);
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  /// Enters a method of the program.
  Object run(String name, List<Object> arguments) {
    Script.Method method = script.method(name);
    Scope scope = new Scope(this);
    for (int i = 0; i < arguments.size(); i++) {
      scope.set(method.parameters().get(i), arguments.get(i));
    }
    return Script.run(method.body(), scope).orElse(Nothing.NONE);
  }

  Object call(String name, List<Object> arguments, Map<String, Object> named) {
    if (name.startsWith(OWN)) {
      return run(name.substring(OWN.length()), arguments);
    }
    return switch (name) {
      case "int" ->
          arguments.getFirst() instanceof Node node
              ? arithmetic.cast(node, Kind.LONG)
              : (Object) ((Number) arguments.getFirst()).longValue();
      case "float" ->
          arguments.getFirst() instanceof Node node
              ? arithmetic.cast(node, Kind.FLOAT)
              : (Object) ((Number) arguments.getFirst()).doubleValue();
      case "str" -> arguments.getFirst().toString();
      default -> operators.call(name, arguments, named);
    };
  }

  /// What stands at a place of a list, a dictionary, or along a tensor's first dimension.
  Object at(Object of, Object place) {
    return switch (of) {
      case List<?> list -> list.get(((Long) place).intValue());
      case Weights _ -> graph.weight((String) place);
      case Map<?, ?> numbers -> {
        Object number = numbers.get(place);
        if (number == null) {
          throw new IllegalArgumentException("no number named " + place);
        }
        yield number;
      }
      case Node node -> operators.select(node, 0, (Long) place);
      default -> throw new IllegalArgumentException("no place " + place + " in " + of);
    };
  }

  /// What the argument `W` of a program is: the graph's weights.
  record Weights() {}
}
