package org.shilpi.basemodel;

import java.util.List;

/// ELECTRA (Clark et al., 2020): BERT whose vectors of words may be narrower than its layers.
///
/// @param embeddingSize width of the embeddings
record Electra(int embeddingSize) implements Family {
  static ModelConfig read(ConfigReader in) {
    in.pass("summary_activation", "summary_last_dropout", "summary_type", "summary_use_proj");
    int width = in.whole("embedding_size", 1 << 16);
    return in.config(new Electra(width), Dialect.BERT, 0, in.whole("type_vocab_size", 1 << 10));
  }

  @Override
  public String id() {
    return "electra";
  }

  @Override
  public String className() {
    return "Electra";
  }

  @Override
  public String prefix() {
    return "electra.";
  }

  @Override
  public void encoder(ModelConfig config, TensorList tensors) {
    Bert.embeddings(config, config.maxPositions(), embeddingSize, tensors);
    if (embeddingSize != config.hiddenSize()) {
      tensors.linear("embeddings_project", config.hiddenSize(), embeddingSize);
    }
    Bert.layers(config, tensors);
  }

  @Override
  public void textHead(ModelConfig config, long labels, TensorList tensors) {
    Roberta.denseHead(config, labels, tensors);
  }

  @Override
  public List<String> pretraining() {
    return List.of("discriminator_predictions.", "generator_predictions.", "generator_lm_head.");
  }
}
