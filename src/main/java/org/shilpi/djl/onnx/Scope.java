package org.shilpi.djl.onnx;

import java.util.HashMap;
import java.util.Map;

/// The variables of a method that is being traced.
final class Scope {
  private final Tracer tracer;
  private final Map<String, Object> variables = new HashMap<>();

  Scope(Tracer tracer) {
    this.tracer = tracer;
  }

  Tracer tracer() {
    return tracer;
  }

  void set(String name, Object value) {
    variables.put(name, value);
  }

  Object get(String name) {
    Object value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no variable named " + name);
    }
    return value;
  }
}
