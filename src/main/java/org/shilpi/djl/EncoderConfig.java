package org.shilpi.djl;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import org.shilpi.job.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a program must know of an encoder's `config.json`.
///
/// @param heads attention heads a layer
/// @param activation 0 gelu, 1 gelu by tanh, 2 relu
/// @param maxPositions longest text in tokens
/// @param padId id of the padding token
record EncoderConfig(
    int layers,
    int heads,
    int hiddenSize,
    double layerNormEps,
    int activation,
    int maxPositions,
    int padId) {

  /// @throws Problem if the model is of a family without a program
  static EncoderConfig read(Path folder) throws IOException {
    JsonNode config = JsonMapper.shared().readTree(folder.resolve("config.json").toFile());
    String family = config.path("model_type").asString("");
    String positions = config.path("position_embedding_type").asString("absolute");
    if (!family.equals("bert") || !positions.equals("absolute")) {
      throw Problem.of("problem.train.family", family);
    }
    return new EncoderConfig(
        config.path("num_hidden_layers").asInt(),
        config.path("num_attention_heads").asInt(),
        config.path("hidden_size").asInt(),
        config.path("layer_norm_eps").asDouble(1e-12),
        activation(config.path("hidden_act").asString("gelu")),
        config.path("max_position_embeddings").asInt(512),
        config.path("pad_token_id").asInt(0));
  }

  private static int activation(String name) {
    return switch (name) {
      case "gelu" -> 0;
      case "gelu_new", "gelu_pytorch_tanh" -> 1;
      case "relu" -> 2;
      default -> throw Problem.of("problem.train.activation", name);
    };
  }

  /// The argument `C` of the program.
  ///
  /// @param normalize whether mean-pooled vectors get length 1
  /// @param pooler whether the label scores come from BERT's own pooler
  /// @param attentionDropout dropout of attention weights, as a share of the step's dropout
  Dict numbers(NDManager manager, boolean normalize, boolean pooler, double attentionDropout) {
    Dict numbers = new Dict("C");
    numbers.put("num_hidden_layers", manager.create(layers));
    numbers.put("num_attention_heads", manager.create(heads));
    numbers.put("layer_norm_eps", manager.create((float) layerNormEps));
    numbers.put("hidden_act", manager.create(activation));
    numbers.put("normalize", manager.create(normalize ? 1 : 0));
    numbers.put("pooler", manager.create(pooler ? 1 : 0));
    numbers.put("attention_dropout", manager.create((float) attentionDropout));
    return numbers;
  }
}
