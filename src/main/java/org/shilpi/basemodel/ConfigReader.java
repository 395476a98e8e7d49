package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shilpi.job.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads `config.json` as the transformers library writes it (versions 2 to 5). To read an option
/// is to honour it: one that no family asked for, and that is not known to be without effect, is
/// refused.
final class ConfigReader {
  private static final int WIDEST = 1 << 16;

  private final ObjectNode json;
  private final Set<String> honoured = new HashSet<>();

  private ConfigReader(ObjectNode json) {
    this.json = json;
  }

  static ModelConfig read(Path file) throws IOException {
    return read(StrictJson.read(file));
  }

  static ModelConfig read(ObjectNode json) {
    ConfigReader in = new ConfigReader(json);
    ModelConfig config = in.family();
    for (var option : json.properties()) {
      if (!in.honoured.contains(option.getKey())
          && !ConfigOptions.accepts(option.getKey(), option.getValue())) {
        throw Problem.of(
            "problem.basemodel.config.option", option.getKey(), plain(option.getValue()));
      }
    }
    return config;
  }

  private ModelConfig family() {
    JsonNode family = value("model_type");
    return switch (family.asString("")) {
      case "albert" -> Albert.read(this);
      case "bert" -> Bert.read(this);
      case "deberta-v2" -> Deberta.read(this);
      case "distilbert" -> DistilBert.read(this);
      case "electra" -> Electra.read(this);
      case "modernbert" -> ModernBert.read(this);
      case "mpnet" -> MpNet.read(this);
      case "roberta" -> Roberta.read(this, "roberta", "Roberta");
      case "xlm-roberta" -> Roberta.read(this, "xlm-roberta", "XLMRoberta");
      default -> throw Problem.of("problem.basemodel.config.family", plain(family));
    };
  }

  /// What all families have in common.
  ///
  /// @param afterPadding 1 where positions are counted from behind the padding token's id, else 0
  /// @param types rows of the segment embedding, 0 for none
  ModelConfig config(Family family, Dialect dialect, int afterPadding, int types) {
    int hidden = whole(dialect.name("hidden_size"), WIDEST);
    int heads = whole(dialect.name("num_attention_heads"), 1 << 12);
    int vocabulary = whole("vocab_size", 1 << 24);
    if (hidden % heads != 0) {
      throw refused(dialect.name("num_attention_heads"));
    }
    int pad = set("pad_token_id") ? index("pad_token_id", vocabulary) : dialect.padTokenId();
    int positions = whole("max_position_embeddings", 1 << 20) - afterPadding * (pad + 1);
    if (positions < 1) {
      throw refused("max_position_embeddings");
    }
    double dropout = share(dialect.name("hidden_dropout_prob"), dialect.dropout());
    return new ModelConfig(
        family,
        hidden,
        whole(dialect.name("num_hidden_layers"), 1 << 10),
        heads,
        whole(dialect.name("intermediate_size"), 1 << 18),
        vocabulary,
        positions,
        types,
        share(dialect.name("layer_norm_eps"), dialect.epsilon()),
        activation(dialect.name("hidden_act"), Optional.empty()),
        dropout,
        share(dialect.name("attention_probs_dropout_prob"), dialect.dropout()),
        share(dialect.name("classifier_dropout"), dropout),
        pad,
        labels(),
        problemType(),
        head());
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

  /// What the first of the `architectures` has a head for.
  private Optional<Head> head() {
    return Head.of(json.path("architectures").path(0).asString(""));
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

  /// Options that a family knows to be without effect.
  void pass(String... options) {
    honoured.addAll(List.of(options));
  }

  /// An option with one value that changes nothing.
  ///
  /// @param json that value
  void only(String option, String json) {
    if (set(option) && !value(option).toString().equals(json)) {
      throw Problem.of("problem.basemodel.config.option", option, plain(value(option)));
    }
  }

  /// From 1 to `most`.
  int whole(String option, int most) {
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

  /// Any whole number below 2^20 in size.
  int integer(String option, int otherwise) {
    if (!set(option)) {
      return otherwise;
    }
    JsonNode value = value(option);
    if (!value.isInt() || Math.abs((long) value.intValue()) >= 1 << 20) {
      throw refused(option);
    }
    return value.intValue();
  }

  /// From 0 to below 1.
  double share(String option, double otherwise) {
    double value = number(option, otherwise);
    if (!(value >= 0 && value < 1)) {
      throw refused(option);
    }
    return value;
  }

  double positive(String option, double otherwise) {
    double value = number(option, otherwise);
    if (!(value > 0 && value < 1e12)) {
      throw refused(option);
    }
    return value;
  }

  private double number(String option, double otherwise) {
    if (!set(option)) {
      return otherwise;
    }
    JsonNode value = value(option);
    if (!value.isNumber()) {
      throw refused(option);
    }
    return value.doubleValue();
  }

  /// False where the option is not set.
  boolean flag(String option) {
    if (!set(option)) {
      return false;
    }
    JsonNode value = value(option);
    if (!value.isBoolean()) {
      throw refused(option);
    }
    return value.booleanValue();
  }

  /// One of the names that are known, the first where the option is not set.
  String choice(String option, List<String> known) {
    if (!set(option)) {
      return known.getFirst();
    }
    String name = value(option).asString("");
    if (!known.contains(name)) {
      throw refused(option);
    }
    return name;
  }

  /// Names from a list, or from a text that joins them with `|`; none where the option is not set.
  List<String> parts(String option, List<String> known) {
    if (!set(option)) {
      return List.of();
    }
    JsonNode value = value(option);
    List<String> parts =
        value.isString()
            ? List.of(value.stringValue().split("\\|", -1))
            : value.valueStream().map(part -> part.asString("")).toList();
    if (parts.isEmpty() || !known.containsAll(parts)) {
      throw refused(option);
    }
    return parts;
  }

  Activation activation(String option, Activation otherwise) {
    return activation(option, Optional.of(otherwise));
  }

  private Activation activation(String option, Optional<Activation> otherwise) {
    if (!set(option) && otherwise.isPresent()) {
      return otherwise.get();
    }
    return Optional.of(value(option))
        .filter(JsonNode::isString)
        .flatMap(text -> Activation.named(text.stringValue()))
        .orElseThrow(() -> refused(option));
  }

  boolean set(String option) {
    honoured.add(option);
    return json.hasNonNull(option);
  }

  JsonNode value(String option) {
    honoured.add(option);
    JsonNode value = json.get(option);
    if (value == null || value.isNull()) {
      throw Problem.of("problem.basemodel.config.missing", option);
    }
    return value;
  }

  Problem refused(String option) {
    return Problem.of("problem.basemodel.config.value", option, plain(value(option)));
  }

  private static String plain(JsonNode value) {
    String text = value.isString() ? value.stringValue() : value.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
