package org.shilpi.basemodel;

import java.util.List;

/// BERT (Devlin et al., 2019).
record Bert() implements Family {
  static ModelConfig read(ConfigReader in) {
    in.pass(
        "directionality",
        "pooler_fc_size",
        "pooler_num_attention_heads",
        "pooler_num_fc_layers",
        "pooler_size_per_head",
        "pooler_type");
    return in.config(new Bert(), Dialect.BERT, 0, in.whole("type_vocab_size", 1 << 10));
  }

  @Override
  public String id() {
    return "bert";
  }

  @Override
  public String className() {
    return "Bert";
  }

  @Override
  public String prefix() {
    return "bert.";
  }

  @Override
  public void encoder(ModelConfig config, TensorList tensors) {
    embeddings(config, config.maxPositions(), config.hiddenSize(), tensors);
    layers(config, tensors);
  }

  static void embeddings(ModelConfig config, long positions, long width, TensorList tensors) {
    tensors
        .table("embeddings.word_embeddings", config.vocabSize(), width)
        .table("embeddings.position_embeddings", positions, width)
        .table("embeddings.token_type_embeddings", config.typeVocabSize(), width)
        .norm("embeddings.LayerNorm", width);
  }

  static void layers(ModelConfig config, TensorList tensors) {
    long hidden = config.hiddenSize();
    long inner = config.intermediateSize();
    for (int i = 0; i < config.layers(); i++) {
      String layer = "encoder.layer." + i;
      tensors
          .linear(layer + ".attention.self.query", hidden, hidden)
          .linear(layer + ".attention.self.key", hidden, hidden)
          .linear(layer + ".attention.self.value", hidden, hidden)
          .linear(layer + ".attention.output.dense", hidden, hidden)
          .norm(layer + ".attention.output.LayerNorm", hidden)
          .feedForward(layer, hidden, inner);
    }
  }

  @Override
  public void pooler(ModelConfig config, TensorList tensors) {
    tensors.linear("pooler.dense", config.hiddenSize(), config.hiddenSize());
  }

  @Override
  public void textHead(ModelConfig config, long labels, TensorList tensors) {
    pooler(config, tensors);
    tensors.linear("classifier", labels, config.hiddenSize());
  }

  @Override
  public List<String> pretraining() {
    return List.of("cls.");
  }
}
