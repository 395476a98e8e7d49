package org.shilpi.basemodel;

import java.util.List;
import java.util.Map;

/// ALBERT (Lan et al., 2020): one layer's weights used again and again, and narrow embeddings.
///
/// @param embeddingSize width of the embeddings
record Albert(int embeddingSize) implements Family {
  private static final Dialect DIALECT =
      new Dialect(Map.of("classifier_dropout", "classifier_dropout_prob"), 1e-12, 0, 0);
  private static final String LAYER = "encoder.albert_layer_groups.0.albert_layers.0";

  static ModelConfig read(ConfigReader in) {
    in.only("num_hidden_groups", "1");
    in.only("inner_group_num", "1");
    in.pass("down_scale_factor", "gap_size", "net_structure_type", "num_memory_blocks");
    int width = in.whole("embedding_size", 1 << 16);
    return in.config(new Albert(width), DIALECT, 0, in.whole("type_vocab_size", 1 << 10));
  }

  @Override
  public String id() {
    return "albert";
  }

  @Override
  public String className() {
    return "Albert";
  }

  @Override
  public String prefix() {
    return "albert.";
  }

  @Override
  public void encoder(ModelConfig config, TensorList tensors) {
    long hidden = config.hiddenSize();
    long inner = config.intermediateSize();
    Bert.embeddings(config, config.maxPositions(), embeddingSize, tensors);
    tensors
        .linear("encoder.embedding_hidden_mapping_in", hidden, embeddingSize)
        .linear(LAYER + ".attention.query", hidden, hidden)
        .linear(LAYER + ".attention.key", hidden, hidden)
        .linear(LAYER + ".attention.value", hidden, hidden)
        .linear(LAYER + ".attention.dense", hidden, hidden)
        .norm(LAYER + ".attention.LayerNorm", hidden)
        .linear(LAYER + ".ffn", inner, hidden)
        .linear(LAYER + ".ffn_output", hidden, inner)
        .norm(LAYER + ".full_layer_layer_norm", hidden);
  }

  @Override
  public void pooler(ModelConfig config, TensorList tensors) {
    tensors.linear("pooler", config.hiddenSize(), config.hiddenSize());
  }

  @Override
  public void textHead(ModelConfig config, long labels, TensorList tensors) {
    pooler(config, tensors);
    tensors.linear("classifier", labels, config.hiddenSize());
  }

  @Override
  public List<String> pretraining() {
    return List.of("predictions.", "sop_classifier.");
  }
}
