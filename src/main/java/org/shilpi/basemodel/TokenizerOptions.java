package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.shilpi.job.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What stands beside a vocabulary: `tokenizer_config.json`, `special_tokens_map.json` and
/// `added_tokens.json`, each of which may be missing. An option that would not be honoured is
/// refused by its name.
final class TokenizerOptions {
  private static final String CONFIG = "tokenizer_config.json";

  /// Honoured here and by [TokenizerMaker].
  private static final Set<String> HONOURED =
      Set.of(
          "tokenizer_class",
          "do_lower_case",
          "strip_accents",
          "tokenize_chinese_chars",
          "add_prefix_space",
          "trim_offsets",
          "added_tokens_decoder",
          "additional_special_tokens",
          "bos_token",
          "eos_token",
          "unk_token",
          "sep_token",
          "pad_token",
          "cls_token",
          "mask_token");

  /// Options that would change tokens, and the one value that does not.
  private static final Map<String, String> FIXED =
      Map.of(
          "do_basic_tokenize", "true",
          "wordpieces_prefix", "\"##\"",
          "never_split", "[]",
          "split_special_tokens", "false",
          "extra_special_tokens", "{}");

  /// Bookkeeping, and how long texts are cut and rows filled up, which Shilpi decides.
  private static final Set<String> HARMLESS =
      Set.of(
          "backend",
          "clean_up_tokenization_spaces",
          "errors",
          "full_tokenizer_file",
          "init_inputs",
          "is_local",
          "max_len",
          "max_length",
          "model_input_names",
          "model_max_length",
          "model_type",
          "name_or_path",
          "pad_to_multiple_of",
          "pad_token_type_id",
          "padding_side",
          "processor_class",
          "special_tokens_map_file",
          "stride",
          "tokenizer_file",
          "truncation",
          "truncation_side",
          "truncation_strategy",
          "use_fast");

  private static final List<String> ROLES =
      List.of(
          "bos_token",
          "eos_token",
          "unk_token",
          "sep_token",
          "pad_token",
          "cls_token",
          "mask_token");

  private final ObjectNode config;
  private final ObjectNode map;
  private final ObjectNode added;

  private TokenizerOptions(ObjectNode config, ObjectNode map, ObjectNode added) {
    this.config = config;
    this.map = map;
    this.added = added;
  }

  static TokenizerOptions read(Path folder) throws IOException {
    ObjectNode config = object(folder.resolve(CONFIG));
    for (Map.Entry<String, JsonNode> option : config.properties()) {
      String name = option.getKey();
      if (!HONOURED.contains(name)
          && !HARMLESS.contains(name)
          && !option.getValue().isNull()
          && !option.getValue().toString().equals(FIXED.get(name))) {
        throw refused(name);
      }
    }
    return new TokenizerOptions(
        config,
        object(folder.resolve("special_tokens_map.json")),
        object(folder.resolve("added_tokens.json")));
  }

  private static ObjectNode object(Path file) throws IOException {
    if (Files.notExists(file)) {
      return JsonNodeFactory.instance.objectNode();
    }
    ModelFolder.requirePlainFile(file);
    return StrictJson.read(file);
  }

  /// The reference's name for the tokenizer without `Fast`, or "" if none is told.
  String tokenizerClass() {
    return config.path("tokenizer_class").asString("").replaceFirst("Fast$", "");
  }

  boolean flag(String option, boolean otherwise) {
    JsonNode value = config.path(option);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw refused(option);
    }
    return value.booleanValue();
  }

  /// Whether an option is set to anything but null.
  boolean has(String option) {
    return config.hasNonNull(option);
  }

  /// The special tokens by role, then those without one, each as the tokenizers library writes it
  /// (without id).
  ///
  /// @param defaults the token of each role where no file tells another
  SequencedMap<String, ObjectNode> special(Map<String, String> defaults, boolean wideMask) {
    SequencedMap<String, ObjectNode> tokens = new LinkedHashMap<>();
    for (String role : ROLES) {
      JsonNode told = config.hasNonNull(role) ? config.get(role) : map.path(role);
      String usual = defaults.get(role);
      if (told.isString() || told.isObject()) {
        boolean strips = told.isString() && role.equals("mask_token") && wideMask;
        tokens.put(role, token(told, role, strips));
      } else if (usual != null) {
        tokens.put(role, token(usual, role.equals("mask_token") && wideMask, true));
      }
    }
    JsonNode more =
        config.hasNonNull("additional_special_tokens")
            ? config.get("additional_special_tokens")
            : map.path("additional_special_tokens");
    for (JsonNode one : more) {
      tokens.put("+" + tokens.size(), token(one, "additional_special_tokens", false));
    }
    return tokens;
  }

  /// Tokens with the ids their files tell, in the order of these ids.
  List<Map.Entry<Integer, ObjectNode>> numbered() {
    SequencedMap<Integer, ObjectNode> tokens = new LinkedHashMap<>();
    config
        .path("added_tokens_decoder")
        .properties()
        .forEach(entry -> {
          ObjectNode token = token(entry.getValue(), "added_tokens_decoder", false);
          tokens.put(number(entry.getKey()), token);
        });
    added
        .properties()
        .forEach(entry -> {
          if (!entry.getValue().isInt()) {
            throw Problem.of("problem.basemodel.json", "added_tokens.json");
          }
          tokens.putIfAbsent(entry.getValue().intValue(), token(entry.getKey(), false, false));
        });
    return tokens.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey)).toList();
  }

  private static int number(String digits) {
    if (!digits.matches("\\d{1,9}")) {
      throw refused("added_tokens_decoder");
    }
    return Integer.parseInt(digits);
  }

  private static ObjectNode token(JsonNode told, String option, boolean wide) {
    if (told.isString()) {
      return token(told.stringValue(), wide, true);
    }
    if (!told.path("content").isString()) {
      throw refused(option);
    }
    ObjectNode token = token(told.get("content").stringValue(), wide, true);
    boolean special = told.path("special").asBoolean(true);
    token.put("special", special);
    token.put("normalized", told.path("normalized").asBoolean(!special) && !special);
    for (String flag : List.of("single_word", "lstrip", "rstrip")) {
      token.put(flag, told.path(flag).asBoolean(false));
    }
    return token;
  }

  private static ObjectNode token(String content, boolean wide, boolean special) {
    ObjectNode token = JsonNodeFactory.instance.objectNode();
    token.put("content", content);
    token.put("single_word", false);
    token.put("lstrip", wide);
    token.put("rstrip", false);
    token.put("normalized", !special);
    token.put("special", special);
    return token;
  }

  static Problem refused(String option) {
    return Problem.of("problem.basemodel.tokenizer.option", CONFIG, option);
  }
}
