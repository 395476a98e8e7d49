package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shilpi.basemodel.SafetensorsWriter;
import org.shilpi.basemodel.Tensor;
import org.shilpi.job.Problem;
import org.shilpi.project.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The parts of a model in the layout of the sentence-transformers library (`modules.json`): an
/// encoder, its pooling, perhaps vectors of length 1, perhaps a linear layer, which here is a
/// classifier's head: what the library then gives for a text are its label scores.
///
/// @param head the folder of the linear layer
record Modules(Pooling pooling, Optional<Path> head) {
  static final String FILE = "modules.json";
  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "model.safetensors";
  private static final String CLASSES = "sentence_transformers.models.";
  private static final String IDENTITY = "torch.nn.modules.linear.Identity";
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Without `modules.json` a text's vector is the mean of its tokens' vectors.
  ///
  /// @throws Problem naming the first module or option that would compute something else
  static Modules read(Path folder) throws IOException {
    Pooling pooling = new Pooling(Pooling.Kind.MEAN, false);
    Optional<Path> head = Optional.empty();
    if (!Files.isRegularFile(folder.resolve(FILE))) {
      return new Modules(pooling, head);
    }
    String before = "";
    for (JsonNode module : json(folder.resolve(FILE))) {
      String type = module.path("type").asString("");
      String name = type.substring(type.lastIndexOf('.') + 1);
      Path path = folder.resolve(module.path("path").asString("")).normalize();
      switch (before + ">" + name) {
        case ">Transformer" -> require(path.equals(folder.normalize()), type);
        case "Transformer>Pooling" -> pooling = new Pooling(kind(path), false);
        case "Pooling>Normalize" -> pooling = new Pooling(pooling.kind(), true);
        case "Pooling>Dense", "Normalize>Dense" -> {
          require(path.startsWith(folder.normalize()), type);
          requireLinear(path);
          head = Optional.of(path);
        }
        default -> require(false, type);
      }
      before = name;
    }
    return new Modules(pooling, head);
  }

  /// Newer releases write `pooling_mode`, older ones a flag for each mode.
  private static Pooling.Kind kind(Path folder) throws IOException {
    List<String> modes = new ArrayList<>();
    JsonNode json = json(folder.resolve(CONFIG));
    JsonNode told = json.path("pooling_mode");
    if (told.isArray()) {
      told.forEach(mode -> modes.add(mode.asString("")));
    } else if (!told.isMissingNode()) {
      modes.add(told.asString(""));
    } else {
      for (var flag : json.properties()) {
        if (flag.getKey().startsWith("pooling_mode_") && flag.getValue().asBoolean(false)) {
          modes.add(
              flag.getKey().substring("pooling_mode_".length()).replaceFirst("_tokens?$", ""));
        }
      }
    }
    return switch (modes.isEmpty() ? "mean" : String.join(", ", modes)) {
      case "mean" -> Pooling.Kind.MEAN;
      case "cls" -> Pooling.Kind.CLS;
      default -> throw refused(String.join(", ", modes));
    };
  }

  private static void requireLinear(Path folder) throws IOException {
    JsonNode json = json(folder.resolve(CONFIG));
    String activation = json.path("activation_function").asString("Tanh");
    require(activation.equals(IDENTITY), activation);
    require(json.path("bias").asBoolean(true), "bias");
    require(!json.path("use_residual").asBoolean(false), "use_residual");
    String input = json.path("module_input_name").asString("sentence_embedding");
    require(input.equals("sentence_embedding"), input);
  }

  private static void require(boolean fine, String what) {
    if (!fine) {
      throw refused(what);
    }
  }

  private static Problem refused(String what) {
    return Problem.of("problem.basemodel.modules", what);
  }

  private static JsonNode json(Path file) throws IOException {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw Problem.causedBy(e, "problem.basemodel.json", String.valueOf(file.getFileName()));
    }
  }

  /// Writes all but the encoder.
  ///
  /// @param width of a text's vector
  /// @param maxLength most tokens of a text that are read
  static void write(Path folder, Pooling pooling, LinearHead head, int width, int maxLength)
      throws IOException {
    ArrayNode modules = JSON.createArrayNode();
    add(modules, "Transformer");
    boolean first = pooling.kind() == Pooling.Kind.CLS;
    write(
        folder.resolve(add(modules, "Pooling")).resolve(CONFIG),
        Map.of(
            "word_embedding_dimension", width,
            "pooling_mode_cls_token", first,
            "pooling_mode_mean_tokens", !first,
            "pooling_mode_max_tokens", false,
            "pooling_mode_mean_sqrt_len_tokens", false));
    if (pooling.normalize()) {
      add(modules, "Normalize");
    }
    Path dense = folder.resolve(add(modules, "Dense"));
    write(
        dense.resolve(CONFIG),
        Map.of(
            "in_features",
            width,
            "out_features",
            head.labels(),
            "bias",
            true,
            "activation_function",
            IDENTITY));
    Map<String, Tensor> tensors = Map.copyOf(head.tensors("linear"));
    SafetensorsWriter.write(dense.resolve(WEIGHTS), tensors, Map.of("format", "pt"));
    write(
        folder.resolve("sentence_bert_config.json"),
        Map.of("max_seq_length", maxLength, "do_lower_case", false));
    write(folder.resolve(FILE), modules);
  }

  /// @return its folder
  private static String add(ArrayNode modules, String name) {
    String number = Integer.toString(modules.size());
    String path = modules.isEmpty() ? "" : number + "_" + name;
    modules
        .addObject()
        .put("idx", modules.size() - 1)
        .put("name", number)
        .put("path", path)
        .put("type", CLASSES + name);
    return path;
  }

  private static void write(Path file, Object json) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    byte[] text = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    AtomicFile.write(file, out -> out.write(text));
  }

  /// The linear layer's weights.
  static LinearHead head(Path folder) throws IOException {
    return LinearHead.load(folder.resolve(WEIGHTS), "linear");
  }
}
