package org.shilpi.basemodel;

import java.util.List;
import java.util.Map;

/// A family of encoders: where its tensors are and which shapes they have, and what its program
/// must know beyond what all families have in common.
///
/// Names and shapes are those of the transformers library. The plain name of a tensor is the one in
/// a checkpoint of the bare encoder: without the prefix that stands before it under a head.
public sealed interface Family
    permits Albert, Bert, Deberta, DistilBert, Electra, ModernBert, MpNet, Roberta {
  /// `model_type` of the configuration.
  String id();

  /// How the library's classes begin: `Bert`.
  String className();

  /// What stands before the encoder's tensors in a model with a head: `bert.`.
  String prefix();

  /// The text that computes it.
  default String program() {
    return id();
  }

  /// The tensors without which there is no encoder.
  void encoder(ModelConfig config, TensorList tensors);

  /// The encoder's own layer for the first token; many checkpoints come without it.
  default void pooler(ModelConfig config, TensorList tensors) {}

  /// The library's head for texts; it may need the [#pooler].
  void textHead(ModelConfig config, long labels, TensorList tensors);

  /// The library's head for tokens.
  default void tokenHead(ModelConfig config, long labels, TensorList tensors) {
    tensors.linear("classifier", labels, config.hiddenSize());
  }

  /// The word vectors.
  default String words() {
    return "embeddings.word_embeddings.weight";
  }

  /// How the names of tensors begin that only pre-training needed.
  List<String> pretraining();

  /// What the program must know, under the names of the configuration's options.
  default Map<String, Double> numbers(ModelConfig config) {
    return Map.of();
  }
}
