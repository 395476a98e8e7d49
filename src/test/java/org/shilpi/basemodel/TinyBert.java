package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// Folders of models small enough for a test.
final class TinyBert {
  static final String CONFIG =
      """
      {"model_type": "bert", "hidden_size": 8, "num_hidden_layers": 2, "num_attention_heads": 2,
       "intermediate_size": 12, "vocab_size": 7, "max_position_embeddings": 16,
       "type_vocab_size": 2, "hidden_act": "gelu"}
      """;

  static final String TOKENIZER =
      """
      {"version": "1.0", "added_tokens": [{"id": 0, "content": "[PAD]", "single_word": false, \
      "lstrip": false, "rstrip": false, "normalized": false, "special": true}],
       "model": {"type": "WordPiece", "unk_token": "[UNK]",
        "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
        "vocab": {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "a": 4, "b": 5, "##b": 6}}}
      """;

  private TinyBert() {}

  /// A sound model in a new folder.
  static Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), CONFIG);
    Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
    write(folder, weights(ModelConfig.read(folder)));
    return folder;
  }

  static Map<String, Tensor> weights(ModelConfig config) {
    Map<String, Tensor> weights = new HashMap<>();
    ModelTensors.encoder(config)
        .forEach((name, shape) ->
            weights.put(
                name, zeros(TensorType.F32, shape.stream().mapToLong(Long::longValue).toArray())));
    return weights;
  }

  static Tensor zeros(TensorType type, long... shape) {
    int bytes =
        type.bytes()
            * (int)
                IntStream.range(0, shape.length)
                    .mapToLong(i -> shape[i])
                    .reduce(1, (a, b) -> a * b);
    return new Tensor(
        type, shape, out -> assertThat(out.write(ByteBuffer.allocate(bytes))).isEqualTo(bytes));
  }

  static void write(Path folder, Map<String, Tensor> weights) throws IOException {
    SafetensorsWriter.write(folder.resolve("model.safetensors"), weights, Map.of());
  }

  /// A folder of the goldens, or the test is skipped.
  static Path golden(String name) {
    Path folder = Path.of("../shared/goldens/bert", name).toAbsolutePath().normalize();
    assumeTrue(Files.isDirectory(folder), () -> "needs the goldens in " + folder);
    return folder;
  }
}
