package org.shilpi.basemodel;

import java.util.List;
import java.util.Map;

/// DeBERTa-v2 and -v3 (He et al., 2021): attention to content and to distance apart from each
/// other.
///
/// @param buckets distances that are told apart on one side, or 0 for all up to `farthest`
/// @param farthest greatest distance
/// @param toPosition whether a token's content looks at distances
/// @param fromPosition whether distances look at a token's content
/// @param normedDistances whether the vectors of distances pass a norm
/// @param convolution tokens that the convolution beside the first layer sees; 0 where there is
///   none
/// @param convolutionActivation behind the convolution
/// @param poolerActivation of the head for texts
/// @param poolerDropout before the head for texts
record Deberta(
    int buckets,
    int farthest,
    boolean toPosition,
    boolean fromPosition,
    boolean normedDistances,
    int convolution,
    Activation convolutionActivation,
    Activation poolerActivation,
    double poolerDropout)
    implements Family {
  private static final Dialect DIALECT =
      new Dialect(Map.of("classifier_dropout", "cls_dropout"), 1e-7, 0.1, 0);

  static ModelConfig read(ConfigReader in) {
    in.only("relative_attention", "true");
    in.only("position_biased_input", "false");
    in.only("share_att_key", "true");
    in.only("type_vocab_size", "0");
    in.only("conv_groups", "1");
    in.pass("legacy");
    for (String needed :
        List.of("relative_attention", "position_biased_input", "share_att_key", "pos_att_type")) {
      in.value(needed);
    }
    int longest = in.whole("max_position_embeddings", 1 << 20);
    in.only("pooler_hidden_size", Integer.toString(in.whole("hidden_size", 1 << 16)));
    int width = in.whole("hidden_size", 1 << 16) / in.whole("num_attention_heads", 1 << 12);
    in.only("attention_head_size", Integer.toString(width));
    int told = in.integer("max_relative_positions", -1);
    List<String> kinds = in.parts("pos_att_type", List.of("c2p", "p2c"));
    int kernel = in.integer("conv_kernel_size", 0);
    if (kernel != 0 && (kernel < 0 || kernel > 99 || kernel % 2 == 0)) {
      throw in.refused("conv_kernel_size");
    }
    int buckets = in.integer("position_buckets", -1);
    if (buckets == 1 || buckets > 1 << 16) {
      throw in.refused("position_buckets");
    }
    Deberta family =
        new Deberta(
            Math.max(0, buckets),
            told < 1 ? longest : told,
            kinds.contains("c2p"),
            kinds.contains("p2c"),
            in.parts("norm_rel_ebd", List.of("none", "layer_norm")).contains("layer_norm"),
            kernel,
            in.activation("conv_act", Activation.TANH),
            in.activation("pooler_hidden_act", Activation.GELU),
            in.share("pooler_dropout", 0));
    return in.config(family, DIALECT, 0, 0);
  }

  @Override
  public String id() {
    return "deberta-v2";
  }

  @Override
  public String className() {
    return "DebertaV2";
  }

  @Override
  public String prefix() {
    return "deberta.";
  }

  @Override
  public String program() {
    return "deberta";
  }

  /// Distances that are told apart on one side.
  private int span() {
    return buckets > 0 ? buckets : farthest;
  }

  @Override
  public void encoder(ModelConfig config, TensorList tensors) {
    long hidden = config.hiddenSize();
    long inner = config.intermediateSize();
    tensors
        .table("embeddings.word_embeddings", config.vocabSize(), hidden)
        .norm("embeddings.LayerNorm", hidden)
        .table("encoder.rel_embeddings", 2L * span(), hidden);
    if (normedDistances) {
      tensors.norm("encoder.LayerNorm", hidden);
    }
    if (convolution > 0) {
      tensors
          .put("encoder.conv.conv.weight", hidden, hidden, convolution)
          .put("encoder.conv.conv.bias", hidden)
          .norm("encoder.conv.LayerNorm", hidden);
    }
    for (int i = 0; i < config.layers(); i++) {
      String layer = "encoder.layer." + i;
      tensors
          .linear(layer + ".attention.self.query_proj", hidden, hidden)
          .linear(layer + ".attention.self.key_proj", hidden, hidden)
          .linear(layer + ".attention.self.value_proj", hidden, hidden)
          .linear(layer + ".attention.output.dense", hidden, hidden)
          .norm(layer + ".attention.output.LayerNorm", hidden)
          .feedForward(layer, hidden, inner);
    }
  }

  @Override
  public void textHead(ModelConfig config, long labels, TensorList tensors) {
    tensors
        .linear("pooler.dense", config.hiddenSize(), config.hiddenSize())
        .linear("classifier", labels, config.hiddenSize());
  }

  @Override
  public List<String> pretraining() {
    return List.of(
        "cls.",
        "lm_head.",
        "lm_predictions.",
        "mask_predictions.",
        "embeddings.position_embeddings.");
  }

  @Override
  public Map<String, Double> numbers(ModelConfig config) {
    return Map.of(
        "position_buckets", (double) buckets,
        "max_relative_positions", (double) farthest,
        "span", (double) span(),
        "c2p", toPosition ? 1.0 : 0,
        "p2c", fromPosition ? 1.0 : 0,
        "norm_rel_ebd", normedDistances ? 1.0 : 0,
        "conv_kernel_size", (double) convolution,
        "conv_act", (double) convolutionActivation.ordinal(),
        "pooler_hidden_act", (double) poolerActivation.ordinal(),
        "pooler_dropout", poolerDropout);
  }
}
