package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shilpi.job.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads `config.json` of a BERT model as the transformers library writes it (versions 2 to 5).
final class ConfigReader {
  private final ObjectNode json;

  private ConfigReader(ObjectNode json) {
    this.json = json;
  }

  static ModelConfig read(Path file) throws IOException {
    return read(StrictJson.read(file));
  }

  static ModelConfig read(ObjectNode json) {
    return new ConfigReader(json).config();
  }

  private ModelConfig config() {
    JsonNode family = value("model_type");
    if (!family.isString() || !family.stringValue().equals("bert")) {
      throw Problem.of("problem.basemodel.config.family", plain(family));
    }
    for (var option : json.properties()) {
      if (!ConfigOptions.accepts(option.getKey(), option.getValue())) {
        throw Problem.of(
            "problem.basemodel.config.option", option.getKey(), plain(option.getValue()));
      }
    }
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
