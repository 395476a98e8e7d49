package org.shilpi.basemodel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// ModernBERT (Warner et al., 2024): rotary positions, norms before each part, gated feed-forward
/// layers, and layers that look only around.
///
/// @param global for each layer whether it looks at the whole text
/// @param window tokens that the other layers see, half of them on either side
/// @param globalTheta base of the rotation in layers that look at the whole text
/// @param localTheta base of the rotation in the others
/// @param attentionBias whether the attention's linear layers have a bias
/// @param mlpBias whether the feed-forward layers have a bias
/// @param normBias whether norms have a bias
/// @param headBias whether the head's first layer has a bias
/// @param meanPooling whether the head for texts reads the mean of the tokens, not the first one
/// @param headActivation of the head's first layer
/// @param embeddingDropout behind the embeddings
record ModernBert(
    List<Boolean> global,
    int window,
    double globalTheta,
    double localTheta,
    boolean attentionBias,
    boolean mlpBias,
    boolean normBias,
    boolean headBias,
    boolean meanPooling,
    Activation headActivation,
    double embeddingDropout)
    implements Family {
  ModernBert {
    global = List.copyOf(global);
  }

  private static final Dialect DIALECT =
      new Dialect(
          Map.of(
              "hidden_act", "hidden_activation",
              "layer_norm_eps", "norm_eps",
              "hidden_dropout_prob", "mlp_dropout",
              "attention_probs_dropout_prob", "attention_dropout"),
          1e-5,
          0,
          50283);
  private static final String FULL = "full_attention";
  private static final String SLIDING = "sliding_attention";

  static ModelConfig read(ConfigReader in) {
    // Written along by the library, which reads norm_eps.
    in.pass("layer_norm_eps");
    in.pass("decoder_bias", "deterministic_flash_attn", "initializer_cutoff_factor");
    in.pass("reference_compile", "repad_logits_with_grad", "sparse_prediction");
    in.pass("sparse_pred_ignore_index");
    String pooling = in.choice("classifier_pooling", List.of("cls", "mean"));
    int window = in.whole("local_attention", 1 << 20);
    ModernBert family =
        new ModernBert(
            global(in, in.whole("num_hidden_layers", 1 << 10)),
            window,
            theta(in, FULL, "global_rope_theta", 160_000),
            theta(in, SLIDING, "local_rope_theta", 10_000),
            in.flag("attention_bias"),
            in.flag("mlp_bias"),
            in.flag("norm_bias"),
            in.flag("classifier_bias"),
            pooling.equals("mean"),
            in.activation("classifier_activation", Activation.GELU),
            in.share("embedding_dropout", 0));
    return in.config(family, DIALECT, 0, 0);
  }

  private static List<Boolean> global(ConfigReader in, int layers) {
    int every = in.integer("global_attn_every_n_layers", 3);
    if (every < 1) {
      throw in.refused("global_attn_every_n_layers");
    }
    if (!in.set("layer_types")) {
      return IntStream.range(0, layers).mapToObj(i -> i % every == 0).toList();
    }
    List<String> kinds = in.parts("layer_types", List.of(FULL, SLIDING));
    if (kinds.size() != layers) {
      throw in.refused("layer_types");
    }
    return kinds.stream().map(FULL::equals).toList();
  }

  /// The newest library keeps the bases in `rope_parameters`, by kind of layer.
  private static double theta(ConfigReader in, String kind, String older, double otherwise) {
    double theta = in.positive(older, otherwise);
    if (!in.set("rope_parameters")) {
      return theta;
    }
    JsonNode rope = in.value("rope_parameters");
    for (String name : rope.propertyNames()) {
      if (!name.equals(FULL) && !name.equals(SLIDING)) {
        throw in.refused("rope_parameters");
      }
    }
    JsonNode own = rope.path(kind);
    for (var option : own.properties()) {
      boolean known =
          switch (option.getKey()) {
            case "rope_theta" ->
                option.getValue().isNumber() && option.getValue().doubleValue() > 0;
            case "rope_type" -> option.getValue().asString("").equals("default");
            default -> false;
          };
      if (!known) {
        throw in.refused("rope_parameters");
      }
    }
    return own.path("rope_theta").asDouble(theta);
  }

  @Override
  public String id() {
    return "modernbert";
  }

  @Override
  public String className() {
    return "ModernBert";
  }

  @Override
  public String prefix() {
    return "model.";
  }

  @Override
  public String words() {
    return "embeddings.tok_embeddings.weight";
  }

  @Override
  public void encoder(ModelConfig config, TensorList tensors) {
    long hidden = config.hiddenSize();
    long inner = config.intermediateSize();
    tensors
        .table("embeddings.tok_embeddings", config.vocabSize(), hidden)
        .norm("embeddings.norm", hidden, normBias);
    for (int i = 0; i < config.layers(); i++) {
      String layer = "layers." + i;
      if (i > 0) {
        tensors.norm(layer + ".attn_norm", hidden, normBias);
      }
      tensors
          .linear(layer + ".attn.Wqkv", 3 * hidden, hidden, attentionBias)
          .linear(layer + ".attn.Wo", hidden, hidden, attentionBias)
          .norm(layer + ".mlp_norm", hidden, normBias)
          .linear(layer + ".mlp.Wi", 2 * inner, hidden, mlpBias)
          .linear(layer + ".mlp.Wo", hidden, inner, mlpBias);
    }
    tensors.norm("final_norm", hidden, normBias);
  }

  @Override
  public void textHead(ModelConfig config, long labels, TensorList tensors) {
    tensors
        .linear("head.dense", config.hiddenSize(), config.hiddenSize(), headBias)
        .norm("head.norm", config.hiddenSize(), normBias)
        .linear("classifier", labels, config.hiddenSize());
  }

  @Override
  public void tokenHead(ModelConfig config, long labels, TensorList tensors) {
    textHead(config, labels, tensors);
  }

  @Override
  public List<String> pretraining() {
    return List.of("decoder.");
  }

  @Override
  public Map<String, Double> numbers(ModelConfig config) {
    Map<String, Double> numbers = new HashMap<>();
    numbers.put("local_attention", (double) window);
    numbers.put("global_rope_theta", globalTheta);
    numbers.put("local_rope_theta", localTheta);
    numbers.put("classifier_pooling", meanPooling ? 1.0 : 0);
    numbers.put("classifier_activation", (double) headActivation.ordinal());
    numbers.put("embedding_dropout", embeddingDropout);
    for (int i = 0; i < global.size(); i++) {
      numbers.put("global." + i, global.get(i) ? 1.0 : 0);
    }
    return numbers;
  }
}
