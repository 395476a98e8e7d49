package org.shilpi.djl;

import ai.djl.ndarray.NDManager;
import org.shilpi.basemodel.ModelConfig;

/// The argument `C` of a program: what it must know of a model's configuration, and how to compute.
final class Numbers {
  private Numbers() {}

  /// In fp32, with attention weights never dropped, and vectors of texts as the mean of the tokens.
  ///
  /// @param manager on the CPU, where programs read them
  /// @param normalize whether pooled vectors get length 1
  /// @param reference whether label scores of texts come from the library's own head instead of a
  ///   linear layer on the texts' vectors
  static Dict of(ModelConfig config, NDManager manager, boolean normalize, boolean reference) {
    return of(config, manager, new Pooling(Pooling.Kind.MEAN, normalize), reference);
  }

  static Dict of(ModelConfig config, NDManager manager, Pooling pooling, boolean reference) {
    Dict numbers = new Dict("C");
    numbers.put("num_hidden_layers", manager.create(config.layers()));
    numbers.put("num_attention_heads", manager.create(config.heads()));
    numbers.put("layer_norm_eps", manager.create((float) config.layerNormEpsilon()));
    numbers.put("hidden_act", manager.create(config.activation().ordinal()));
    config
        .family()
        .numbers(config)
        .forEach((name, value) -> numbers.put(name, manager.create(value.floatValue())));
    numbers.put("compute", manager.create(6));
    numbers.put("attention_dropout", manager.create(0f));
    numbers.put("recompute", manager.create(0));
    numbers.put("head", manager.create(reference ? 1 : 0));
    numbers.put("pooling", manager.create(pooling.kind().ordinal()));
    numbers.put("normalize", manager.create(pooling.normalize() ? 1 : 0));
    return numbers;
  }
}
