package org.shilpi.basemodel;

import java.util.List;
import java.util.Map;

/// MPNet (Song et al., 2020): positions like RoBERTa's, and a bias by distance that all layers
/// share.
///
/// @param relativeRows rows of the table of that bias
record MpNet(int relativeRows) implements Family {
  /// The library computes with as many buckets whatever the configuration says.
  private static final int BUCKETS = 32;

  static ModelConfig read(ConfigReader in) {
    in.only("pad_token_id", "1");
    in.pass("type_vocab_size");
    int rows = in.whole("relative_attention_num_buckets", 1 << 10);
    if (rows < BUCKETS) {
      throw in.refused("relative_attention_num_buckets");
    }
    return in.config(new MpNet(rows), Dialect.ROBERTA, 1, 0);
  }

  @Override
  public String id() {
    return "mpnet";
  }

  @Override
  public String className() {
    return "MPNet";
  }

  @Override
  public String prefix() {
    return "mpnet.";
  }

  @Override
  public void encoder(ModelConfig config, TensorList tensors) {
    long hidden = config.hiddenSize();
    long inner = config.intermediateSize();
    tensors
        .table("embeddings.word_embeddings", config.vocabSize(), hidden)
        .table("embeddings.position_embeddings", Roberta.positions(config), hidden)
        .norm("embeddings.LayerNorm", hidden)
        .table("encoder.relative_attention_bias", relativeRows, config.heads());
    for (int i = 0; i < config.layers(); i++) {
      String layer = "encoder.layer." + i;
      tensors
          .linear(layer + ".attention.attn.q", hidden, hidden)
          .linear(layer + ".attention.attn.k", hidden, hidden)
          .linear(layer + ".attention.attn.v", hidden, hidden)
          .linear(layer + ".attention.attn.o", hidden, hidden)
          .norm(layer + ".attention.LayerNorm", hidden)
          .feedForward(layer, hidden, inner);
    }
  }

  @Override
  public void pooler(ModelConfig config, TensorList tensors) {
    tensors.linear("pooler.dense", config.hiddenSize(), config.hiddenSize());
  }

  @Override
  public void textHead(ModelConfig config, long labels, TensorList tensors) {
    Roberta.denseHead(config, labels, tensors);
  }

  @Override
  public List<String> pretraining() {
    return List.of("lm_head.");
  }

  @Override
  public Map<String, Double> numbers(ModelConfig config) {
    return Map.of("pad_token_id", (double) config.padTokenId());
  }
}
