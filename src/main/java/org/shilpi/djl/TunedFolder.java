package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shilpi.basemodel.Head;
import org.shilpi.basemodel.ModelConfig;
import org.shilpi.basemodel.ModelTensors;
import org.shilpi.basemodel.ProblemType;
import org.shilpi.basemodel.SafetensorsWriter;
import org.shilpi.basemodel.Tensor;
import org.shilpi.project.AtomicFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes a fine-tuned model as a whole Hugging Face folder, which can also serve as a base model.
///
/// One of the transformers library's own heads is written under the library's names, and
/// `architectures` names the class that has it. A linear layer on texts' vectors is in no class of
/// that library, but the sentence-transformers library computes it: there `architectures` names the
/// bare encoder, and the layer is a module of its own (see [Modules]). A linear layer on tokens is
/// the library's head for tokens, but for ModernBERT, whose head has a layer more: there it is
/// written beside the bare encoder, and only Shilpi reads it.
///
/// @param labels names in the order of the head's rows
/// @param problem what the head answers; empty for tokens
/// @param maxLength most tokens of a text that are read
record TunedFolder(List<String> labels, Optional<ProblemType> problem, int maxLength) {
  private static final List<String> COPIED =
      List.of(
          "tokenizer.json",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "vocab.txt",
          "vocab.json",
          "merges.txt",
          "added_tokens.json",
          "LICENSE",
          "LICENSE.txt",
          "NOTICE");
  private static final JsonMapper JSON = new JsonMapper();

  TunedFolder {
    labels = List.copyOf(labels);
  }

  /// For a model with this note.
  static TunedFolder of(ModelNote note) {
    Optional<ProblemType> problem =
        switch (note.kind()) {
          case CLASSIFY -> Optional.of(ProblemType.SINGLE_LABEL_CLASSIFICATION);
          case MULTILABEL -> Optional.of(ProblemType.MULTI_LABEL_CLASSIFICATION);
          case SPANS, GENERATE -> Optional.empty();
        };
    return new TunedFolder(note.outputs(), problem, note.maxLength());
  }

  /// Copies the tokenizer's files, and the base model's licence.
  static void copyTokenizer(Path base, Path folder) throws IOException {
    for (String name : COPIED) {
      Path from = base.resolve(name);
      if (Files.isRegularFile(from)) {
        AtomicFile.write(folder.resolve(name), out -> Files.copy(from, out));
      }
    }
  }

  /// Writes what stands beside the weights: tokenizer and configuration.
  ///
  /// @param base the folder that the encoder was opened from
  void describe(Encoder encoder, Path base, Path folder) throws IOException {
    Files.createDirectories(folder);
    copyTokenizer(base, folder);
    byte[] config = config(encoder, base);
    AtomicFile.write(folder.resolve("config.json"), out -> out.write(config));
  }

  /// @param base the folder that the encoder was opened from
  void write(Encoder encoder, Path base, Path folder) throws IOException {
    describe(encoder, base, folder);
    Map<String, Tensor> tensors = new HashMap<>();
    encoder
        .weights()
        .arrays()
        .forEach((plain, array) ->
            name(encoder, plain).ifPresent(name -> tensors.put(name, Weights.tensor(array))));
    SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors, Map.of("format", "pt"));
    if (encoder.head().isEmpty()) {
      int width = encoder.config().hiddenSize();
      Modules.write(folder, encoder.pooling(), encoder.linear(), width, maxLength);
    }
  }

  /// The library's head that the encoder has whole.
  private Optional<Head> head(Encoder encoder) {
    return encoder
        .head()
        .filter(head ->
            encoder
                .weights()
                .arrays()
                .keySet()
                .containsAll(ModelTensors.head(encoder.config(), head, labels.size()).keySet()));
  }

  /// What a tensor is called in the folder; empty if it does not belong there.
  private Optional<String> name(Encoder encoder, String plain) {
    ModelConfig config = encoder.config();
    Optional<Head> head = head(encoder);
    if (ModelTensors.isOwn(config, plain)) {
      return Optional.of(head.isEmpty() ? plain : config.family().prefix() + plain);
    }
    boolean kept =
        head.map(own -> ModelTensors.head(config, own, labels.size()).containsKey(plain))
            .orElse(encoder.head().isPresent());
    return kept ? Optional.of(plain) : Optional.empty();
  }

  private byte[] config(Encoder encoder, Path base) throws IOException {
    var family = encoder.config().family();
    ObjectNode config = (ObjectNode) JSON.readTree(Files.readAllBytes(base.resolve("config.json")));
    config
        .putArray("architectures")
        .add(
            head(encoder)
                .map(head -> head.architecture(family))
                .orElse(family.className() + "Model"));
    config.remove(List.of("num_labels", "_num_labels", "problem_type"));
    // Read as fp32 whatever they were, and written so; the library would load them as this says.
    for (String type : List.of("torch_dtype", "dtype")) {
      if (config.has(type)) {
        config.put(type, "float32");
      }
    }
    problem.ifPresent(type -> config.put("problem_type", type.name().toLowerCase(Locale.ROOT)));
    ObjectNode names = config.putObject("id2label");
    ObjectNode indices = config.putObject("label2id");
    for (int k = 0; k < labels.size(); k++) {
      names.put(Integer.toString(k), labels.get(k));
      indices.put(labels.get(k), k);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(config);
  }
}
