package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Arrays by name, handed to a [Program] as one argument of type `Dict[str, Tensor]`.
///
/// DJL groups arrays into dictionaries by the arrays' own names (`argument.key`), so an array
/// belongs to one Dict at a time.
final class Dict {
  private final String argument;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  /// @param argument a short word without a dot, the same for no two dictionaries of a call
  Dict(String argument) {
    this.argument = argument;
  }

  void put(String name, NDArray array) {
    array.setName(argument + "." + name);
    arrays.put(name, array);
  }

  NDArray get(String name) {
    NDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("no array named " + name);
    }
    return array;
  }

  boolean has(String name) {
    return arrays.containsKey(name);
  }

  /// Takes the array out without closing it.
  void remove(String name) {
    NDArray array = arrays.remove(name);
    if (array != null) {
      array.setName(null);
    }
  }

  Map<String, NDArray> arrays() {
    return Collections.unmodifiableMap(arrays);
  }
}
