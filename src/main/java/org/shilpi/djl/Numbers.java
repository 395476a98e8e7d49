package org.shilpi.djl;

import ai.djl.ndarray.NDManager;
import org.shilpi.basemodel.ModelConfig;

/// The argument `C` of a program: what it must know of a model's configuration.
final class Numbers {
  private Numbers() {}

  /// @param manager on the CPU, where programs read them
  /// @param normalize whether mean-pooled vectors get length 1
  /// @param pooler whether label scores come from BERT's own pooler instead of the mean
  static Dict of(ModelConfig config, NDManager manager, boolean normalize, boolean pooler) {
    Dict numbers = new Dict("C");
    numbers.put("num_hidden_layers", manager.create(config.layers()));
    numbers.put("num_attention_heads", manager.create(config.heads()));
    numbers.put("layer_norm_eps", manager.create((float) config.layerNormEpsilon()));
    numbers.put("hidden_act", manager.create(config.activation().ordinal()));
    config
        .family()
        .numbers(config)
        .forEach((name, value) -> numbers.put(name, manager.create(value.floatValue())));
    numbers.put("normalize", manager.create(normalize ? 1 : 0));
    numbers.put("pooler", manager.create(pooler ? 1 : 0));
    return numbers;
  }
}
