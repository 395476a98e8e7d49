package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.shilpi.job.Problem;
import org.shilpi.project.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `adapter_config.json` as the PEFT library reads and writes it: what of LoRA's many variants is
/// the plain one.
///
/// @param rank inner width of an adapter
/// @param scale factor of what it adds
/// @param dropout on what it reads while it learns
record AdapterConfig(int rank, double scale, double dropout) {
  static final String FILE = "adapter_config.json";

  /// What a file may say freely: where the adapter comes from, how it began to learn, and which
  /// layers have one, which the weights tell themselves.
  private static final Set<String> FREE =
      Set.of(
          "auto_mapping",
          "base_model_name_or_path",
          "exclude_modules",
          "inference_mode",
          "layers_pattern",
          "layers_to_transform",
          "lora_alpha",
          "lora_dropout",
          "megatron_core",
          "modules_to_save",
          "peft_type",
          "peft_version",
          "qalora_group_size",
          "r",
          "revision",
          "target_modules",
          "task_type",
          "use_rslora");

  /// What PEFT must know to put an adapter to use again.
  ///
  /// @param base what to call the base model
  /// @param perToken whether the head answers for each token, else for a text
  record Use(String base, boolean perToken) {}

  private static final JsonMapper JSON = new JsonMapper();

  AdapterConfig {
    if (rank < 1) {
      throw new IllegalArgumentException("rank must be at least 1, was " + rank);
    }
  }

  /// Reads strictly: an option that changes the arithmetic is refused by its name.
  ///
  /// @throws Problem if the file is damaged, or asks for more than plain LoRA
  static AdapterConfig read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      JsonNode json = JSON.readTree(Files.readAllBytes(file));
      if (!json.path("peft_type").asString("").equals("LORA")) {
        throw unsupported(file, "peft_type", json.path("peft_type"));
      }
      json.properties()
          .forEach(option -> {
            if (!FREE.contains(option.getKey()) && !isPlain(option.getKey(), option.getValue())) {
              throw unsupported(file, option.getKey(), option.getValue());
            }
          });
      int rank = json.required("r").asInt();
      double alpha = json.required("lora_alpha").asDouble();
      boolean stabilised = json.path("use_rslora").asBoolean(false);
      return new AdapterConfig(
          rank,
          alpha / (stabilised ? Math.sqrt(rank) : rank),
          json.path("lora_dropout").asDouble(0));
    } catch (JacksonException | IllegalArgumentException e) {
      throw Problem.causedBy(e, "problem.train.model-damaged", file.toString());
    }
  }

  private static boolean isPlain(String option, JsonNode value) {
    return switch (option) {
      case "bias" -> value.asString("").equals("none");
      case "init_lora_weights" -> value.isBoolean() || value.asString("").equals("gaussian");
      default -> value.isNull() || value.isEmpty() && value.isContainer() || isFalse(value);
    };
  }

  private static boolean isFalse(JsonNode value) {
    return value.isBoolean() && !value.asBoolean();
  }

  private static Problem unsupported(Path file, String option, JsonNode value) {
    return Problem.of("problem.train.adapter-option", file.toString(), option, value.toString());
  }

  /// Writes the options that every version of PEFT knows.
  ///
  /// @param targets names of the modules that have an adapter, without what stands before them in
  ///   the model
  void write(Path folder, List<String> targets, Use use) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("base_model_name_or_path", use.base());
    json.put("bias", "none");
    json.put("fan_in_fan_out", false);
    json.put("inference_mode", true);
    json.put("init_lora_weights", true);
    // A whole number wherever it can be: that is what PEFT declares it as.
    double alpha = scale * rank;
    if (alpha == Math.rint(alpha)) {
      json.put("lora_alpha", (int) alpha);
    } else {
      json.put("lora_alpha", alpha);
    }
    json.put("lora_dropout", dropout);
    json.putArray("modules_to_save").add("classifier").add("score");
    json.put("peft_type", "LORA");
    json.put("r", rank);
    targets.forEach(json.putArray("target_modules")::add);
    json.put("task_type", use.perToken() ? "TOKEN_CLS" : "SEQ_CLS");
    byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    AtomicFile.write(folder.resolve(FILE), out -> out.write(bytes));
  }
}
