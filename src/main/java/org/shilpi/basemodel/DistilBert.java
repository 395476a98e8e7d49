package org.shilpi.basemodel;

import java.util.List;
import java.util.Map;

/// DistilBERT (Sanh et al., 2019): half of BERT's layers, no segments, no pooler.
record DistilBert() implements Family {
  private static final Dialect DIALECT =
      new Dialect(
          Map.of(
              "hidden_size", "dim",
              "num_hidden_layers", "n_layers",
              "num_attention_heads", "n_heads",
              "intermediate_size", "hidden_dim",
              "hidden_act", "activation",
              "hidden_dropout_prob", "dropout",
              "attention_probs_dropout_prob", "attention_dropout",
              "classifier_dropout", "seq_classif_dropout"),
          1e-12,
          0.1,
          0);

  static ModelConfig read(ConfigReader in) {
    // The table of sine positions is in the checkpoint like a learned one.
    in.pass("sinusoidal_pos_embds", "qa_dropout", "tie_weights_");
    in.only("layer_norm_eps", "1.0E-12");
    return in.config(new DistilBert(), DIALECT, 0, 0);
  }

  @Override
  public String id() {
    return "distilbert";
  }

  @Override
  public String className() {
    return "DistilBert";
  }

  @Override
  public String prefix() {
    return "distilbert.";
  }

  @Override
  public void encoder(ModelConfig config, TensorList tensors) {
    long hidden = config.hiddenSize();
    long inner = config.intermediateSize();
    tensors
        .table("embeddings.word_embeddings", config.vocabSize(), hidden)
        .table("embeddings.position_embeddings", config.maxPositions(), hidden)
        .norm("embeddings.LayerNorm", hidden);
    for (int i = 0; i < config.layers(); i++) {
      String layer = "transformer.layer." + i;
      tensors
          .linear(layer + ".attention.q_lin", hidden, hidden)
          .linear(layer + ".attention.k_lin", hidden, hidden)
          .linear(layer + ".attention.v_lin", hidden, hidden)
          .linear(layer + ".attention.out_lin", hidden, hidden)
          .norm(layer + ".sa_layer_norm", hidden)
          .linear(layer + ".ffn.lin1", inner, hidden)
          .linear(layer + ".ffn.lin2", hidden, inner)
          .norm(layer + ".output_layer_norm", hidden);
    }
  }

  @Override
  public void textHead(ModelConfig config, long labels, TensorList tensors) {
    tensors
        .linear("pre_classifier", config.hiddenSize(), config.hiddenSize())
        .linear("classifier", labels, config.hiddenSize());
  }

  @Override
  public List<String> pretraining() {
    return List.of("vocab_transform.", "vocab_layer_norm.", "vocab_projector.");
  }
}
