package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shilpi.job.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads `config.json` of a BERT model as the transformers library writes it (versions 2 to 5).
/// Every option is honoured, known to change nothing that Shilpi computes, or refused.
final class ConfigReader {
  private static final Set<String> HONOURED =
      Set.of(
          "model_type",
          "hidden_size",
          "num_hidden_layers",
          "num_attention_heads",
          "intermediate_size",
          "vocab_size",
          "max_position_embeddings",
          "type_vocab_size",
          "layer_norm_eps",
          "hidden_act",
          "hidden_dropout_prob",
          "attention_probs_dropout_prob",
          "classifier_dropout",
          "pad_token_id",
          "num_labels",
          "id2label",
          "label2id",
          "problem_type");

  /// Options that would change the arithmetic, and the one value that does not.
  private static final Map<String, String> FIXED =
      Map.of(
          "position_embedding_type", "\"absolute\"",
          "is_decoder", "false",
          "is_encoder_decoder", "false",
          "add_cross_attention", "false",
          "pruned_heads", "{}");

  /// Bookkeeping of the library, of training or of writing text; no effect on an encoder's values.
  /// The pooler_… sizes were written by an early release and never read.
  private static final Set<String> HARMLESS =
      Set.of(
          "_name_or_path",
          "_attn_implementation",
          "_attn_implementation_autoset",
          "_num_labels",
          "architectures",
          "bos_token_id",
          "chunk_size_feed_forward",
          "cls_token_id",
          "directionality",
          "dtype",
          "eos_token_id",
          "finetuning_task",
          "gradient_checkpointing",
          "initializer_range",
          "mask_token_id",
          "model_max_length",
          "output_attentions",
          "output_hidden_states",
          "output_past",
          "pooler_fc_size",
          "pooler_num_attention_heads",
          "pooler_num_fc_layers",
          "pooler_size_per_head",
          "pooler_type",
          "return_dict",
          "sep_token_id",
          "tie_encoder_decoder",
          "tie_word_embeddings",
          "tokenizer_class",
          "torch_dtype",
          "torchscript",
          "transformers_version",
          "use_cache");

  private final ObjectNode json;

  private ConfigReader(ObjectNode json) {
    this.json = json;
  }

  static ModelConfig read(Path file) throws IOException {
    return new ConfigReader(StrictJson.read(file)).config();
  }

  private ModelConfig config() {
    JsonNode family = value("model_type");
    if (!family.isString() || !family.stringValue().equals("bert")) {
      throw Problem.of("problem.basemodel.config.family", plain(family));
    }
    json.properties().forEach(option -> accept(option.getKey(), option.getValue()));
    int hidden = whole("hidden_size", 1 << 16);
    int heads = whole("num_attention_heads", 1 << 12);
    int vocabulary = whole("vocab_size", 1 << 24);
    if (hidden % heads != 0) {
      throw refused("num_attention_heads");
    }
    double dropout = share("hidden_dropout_prob", 0.1);
    return new ModelConfig(
        family.stringValue(),
        hidden,
        whole("num_hidden_layers", 1 << 10),
        heads,
        whole("intermediate_size", 1 << 18),
        vocabulary,
        whole("max_position_embeddings", 1 << 20),
        whole("type_vocab_size", 1 << 10),
        share("layer_norm_eps", 1e-12),
        activation(),
        dropout,
        share("attention_probs_dropout_prob", 0.1),
        share("classifier_dropout", dropout),
        set("pad_token_id") ? index("pad_token_id", vocabulary) : 0,
        labels(),
        problemType());
  }

  private void accept(String option, JsonNode value) {
    if (value.isNull() || HONOURED.contains(option) || HARMLESS.contains(option)) {
      return;
    }
    String harmless = FIXED.get(option);
    if (harmless == null || !value.toString().equals(harmless)) {
      throw Problem.of("problem.basemodel.config.option", option, plain(value));
    }
  }

  private Activation activation() {
    JsonNode name = value("hidden_act");
    return Optional.of(name)
        .filter(JsonNode::isString)
        .flatMap(text -> Activation.named(text.stringValue()))
        .orElseThrow(() -> refused("hidden_act"));
  }

  private Optional<ProblemType> problemType() {
    if (!set("problem_type")) {
      return Optional.empty();
    }
    JsonNode name = value("problem_type");
    return Optional.of(
        Optional.of(name)
            .filter(JsonNode::isString)
            .flatMap(text -> ProblemType.named(text.stringValue()))
            .orElseThrow(() -> refused("problem_type")));
  }

  /// `id2label` counts from 0 without a gap; `label2id` and `num_labels` may only agree with it.
  private List<String> labels() {
    List<String> labels = new ArrayList<>();
    if (set("id2label")) {
      JsonNode names = value("id2label");
      for (int id = 0; id < names.size(); id++) {
        JsonNode name = names.get(Integer.toString(id));
        if (name == null || !name.isString()) {
          throw refused("id2label");
        }
        labels.add(name.stringValue());
      }
      if (labels.isEmpty() || Set.copyOf(labels).size() != labels.size()) {
        throw refused("id2label");
      }
    }
    if (set("label2id")) {
      JsonNode ids = value("label2id");
      for (int id = 0; id < labels.size(); id++) {
        JsonNode own = ids.get(labels.get(id));
        if (own == null || !own.isInt() || own.intValue() != id) {
          throw refused("label2id");
        }
      }
      if (ids.size() != labels.size()) {
        throw refused("label2id");
      }
    }
    if (set("num_labels")) {
      int count = whole("num_labels", 1 << 20);
      if (labels.isEmpty()) {
        for (int id = 0; id < count; id++) {
          labels.add("LABEL_" + id);
        }
      } else if (labels.size() != count) {
        throw refused("num_labels");
      }
    }
    return labels;
  }

  private int whole(String option, int most) {
    int value = index(option, most + 1);
    if (value < 1) {
      throw refused(option);
    }
    return value;
  }

  private int index(String option, int below) {
    JsonNode value = value(option);
    if (!value.isInt() || value.intValue() < 0 || value.intValue() >= below) {
      throw refused(option);
    }
    return value.intValue();
  }

  private double share(String option, double otherwise) {
    if (!set(option)) {
      return otherwise;
    }
    JsonNode value = value(option);
    if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() < 1)) {
      throw refused(option);
    }
    return value.doubleValue();
  }

  private boolean set(String option) {
    return json.hasNonNull(option);
  }

  private JsonNode value(String option) {
    JsonNode value = json.get(option);
    if (value == null || value.isNull()) {
      throw Problem.of("problem.basemodel.config.missing", option);
    }
    return value;
  }

  private Problem refused(String option) {
    return Problem.of("problem.basemodel.config.value", option, plain(value(option)));
  }

  private static String plain(JsonNode value) {
    String text = value.isString() ? value.stringValue() : value.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
