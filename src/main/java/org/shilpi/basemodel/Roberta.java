package org.shilpi.basemodel;

import java.util.List;
import java.util.Map;

/// RoBERTa (Liu et al., 2019) and, with another vocabulary, XLM-RoBERTa (Conneau et al., 2020):
/// BERT whose positions are counted from behind the padding token's id.
record Roberta(String id, String className) implements Family {
  static ModelConfig read(ConfigReader in, String id, String className) {
    int types = in.whole("type_vocab_size", 1 << 10);
    return in.config(new Roberta(id, className), Dialect.ROBERTA, 1, types);
  }

  @Override
  public String prefix() {
    return "roberta.";
  }

  @Override
  public String program() {
    return "roberta";
  }

  @Override
  public void encoder(ModelConfig config, TensorList tensors) {
    Bert.embeddings(config, positions(config), config.hiddenSize(), tensors);
    Bert.layers(config, tensors);
  }

  /// Rows of the position table: those up to the padding token's id stand for no place in a text.
  static long positions(ModelConfig config) {
    return config.maxPositions() + config.padTokenId() + 1L;
  }

  @Override
  public void pooler(ModelConfig config, TensorList tensors) {
    tensors.linear("pooler.dense", config.hiddenSize(), config.hiddenSize());
  }

  @Override
  public void textHead(ModelConfig config, long labels, TensorList tensors) {
    denseHead(config, labels, tensors);
  }

  /// Two layers on the first token.
  static void denseHead(ModelConfig config, long labels, TensorList tensors) {
    tensors
        .linear("classifier.dense", config.hiddenSize(), config.hiddenSize())
        .linear("classifier.out_proj", labels, config.hiddenSize());
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
