package org.shilpi.basemodel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The activations between the two halves of a feed-forward layer, under the names that model
/// configurations use. Programs know them by their place in this list.
public enum Activation {
  /// `x Φ(x)` with the exact error function.
  GELU("gelu"),
  /// GELU by its tanh approximation.
  GELU_TANH("gelu_new", "gelu_pytorch_tanh"),
  RELU("relu"),
  /// `x σ(x)`.
  SILU("silu", "swish"),
  TANH("tanh");

  private final List<String> names;

  Activation(String... names) {
    this.names = List.of(names);
  }

  static Optional<Activation> named(String name) {
    return Arrays.stream(values()).filter(known -> known.names.contains(name)).findFirst();
  }
}
