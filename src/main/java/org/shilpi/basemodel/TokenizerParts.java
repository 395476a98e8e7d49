package org.shilpi.basemodel;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// The parts of a `tokenizer.json` around its model, each with its fields and what they may hold.
///
/// The tokenizers library (0.21) trusts these: a replacement of nothing, or a pattern that matches
/// nothing, ends the whole process, and a pattern of somebody else's may take hours on a text. So a
/// part that is not listed, a field more or less, or a value out of range is refused.
final class TokenizerParts {
  private static final int DEEPEST = 4;
  private static final int MOST_PARTS = 16;
  private static final int LONGEST = 100;

  private static final Predicate<JsonNode> FLAG = JsonNode::isBoolean;
  private static final Predicate<JsonNode> MAYBE_FLAG = FLAG.or(JsonNode::isNull);
  private static final Predicate<JsonNode> TEXT =
      node -> node.isString() && node.stringValue().length() <= LONGEST;
  private static final Predicate<JsonNode> WORDS = TEXT.and(node -> !node.stringValue().isEmpty());
  private static final Predicate<JsonNode> CHARACTER =
      WORDS.and(node -> node.stringValue().codePointCount(0, node.stringValue().length()) == 1);
  private static final Predicate<JsonNode> COUNT = node -> node.isInt() && node.intValue() >= 0;
  private static final Predicate<JsonNode> BEHAVIOUR =
      anyOf("Removed", "Isolated", "MergedWithPrevious", "MergedWithNext", "Contiguous");
  private static final Predicate<JsonNode> SIDE = anyOf("Left", "Right");

  /// Patterns of published tokenizers that were looked at: none takes more than linear time, none
  /// matches the empty text.
  private static final Set<String> PATTERNS =
      Set.of(
          " {2,}",
          "\\s+",
          "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}"
              + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
          "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}"
              + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+");

  private static final Predicate<JsonNode> PATTERN =
      node ->
          node.size() == 1
              && (WORDS.test(node.path("String"))
                  || node.path("Regex").isString()
                      && PATTERNS.contains(node.path("Regex").stringValue()));

  private static final Map<String, Map<String, Predicate<JsonNode>>> NORMALIZERS =
      Map.ofEntries(
          part(
              "BertNormalizer",
              Map.of(
                  "clean_text", FLAG,
                  "handle_chinese_chars", FLAG,
                  "strip_accents", MAYBE_FLAG,
                  "lowercase", FLAG)),
          part("Lowercase", Map.of()),
          part("NFC", Map.of()),
          part("NFD", Map.of()),
          part("NFKC", Map.of()),
          part("NFKD", Map.of()),
          part("Nmt", Map.of()),
          part("StripAccents", Map.of()),
          part("Strip", Map.of("strip_left", FLAG, "strip_right", FLAG)),
          part("Prepend", Map.of("prepend", WORDS)),
          part("Replace", Map.of("pattern", PATTERN, "content", TEXT)),
          part(
              "Precompiled",
              Map.of(
                  "precompiled_charsmap",
                  node -> node.isString() && Charsmap.isSound(node.stringValue()))));

  private static final Map<String, Predicate<JsonNode>> BYTE_LEVEL =
      Map.of("add_prefix_space", FLAG, "trim_offsets", FLAG, "use_regex?", FLAG);

  private static final Map<String, Predicate<JsonNode>> METASPACE =
      Map.of(
          "replacement", CHARACTER,
          "prepend_scheme?", anyOf("always", "never", "first"),
          "split?", FLAG,
          "add_prefix_space?", FLAG,
          "str_rep?", CHARACTER);

  private static final Map<String, Map<String, Predicate<JsonNode>>> SPLITTERS =
      Map.ofEntries(
          part("BertPreTokenizer", Map.of()),
          part("Whitespace", Map.of()),
          part("WhitespaceSplit", Map.of()),
          part("UnicodeScripts", Map.of()),
          part("ByteLevel", BYTE_LEVEL),
          part("Metaspace", METASPACE),
          part("Punctuation", Map.of("behavior", BEHAVIOUR)),
          part("Digits", Map.of("individual_digits", FLAG)),
          part("Split", Map.of("pattern", PATTERN, "behavior", BEHAVIOUR, "invert", FLAG)));

  private static final Map<String, Map<String, Predicate<JsonNode>>> DECODERS =
      Map.ofEntries(
          part("WordPiece", Map.of("prefix", TEXT, "cleanup", FLAG)),
          part("ByteLevel", BYTE_LEVEL),
          part("Metaspace", METASPACE),
          part("BPEDecoder", Map.of("suffix", TEXT)),
          part("ByteFallback", Map.of()),
          part("Fuse", Map.of()),
          part("Strip", Map.of("content", CHARACTER, "start", COUNT, "stop", COUNT)),
          part("Replace", Map.of("pattern", PATTERN, "content", TEXT)));

  private static final Map<String, Predicate<JsonNode>> TRUNCATION =
      Map.of(
          "direction?",
          SIDE,
          "max_length",
          COUNT,
          "strategy",
          anyOf("LongestFirst", "OnlyFirst", "OnlySecond"),
          "stride",
          COUNT);

  private static final Map<String, Predicate<JsonNode>> PADDING =
      Map.of(
          "strategy",
          anyOf("BatchLongest").or(node -> node.size() == 1 && COUNT.test(node.path("Fixed"))),
          "direction",
          SIDE,
          "pad_to_multiple_of?",
          COUNT.or(JsonNode::isNull),
          "pad_id",
          COUNT,
          "pad_type_id",
          COUNT,
          "pad_token",
          TEXT);

  private TokenizerParts() {}

  /// Whether a part of a tokenizer is one that is known to be harmless.
  ///
  /// @param name its field in the file
  static boolean accepts(String name, JsonNode part) {
    return switch (name) {
      case "version" -> part.isString() && part.stringValue().equals("1.0");
      case "truncation" -> part.isNull() || hasJust(part, TRUNCATION);
      case "padding" -> part.isNull() || hasJust(part, PADDING);
      case "normalizer" -> part.isNull() || isOneOf(part, NORMALIZERS, "normalizers", DEEPEST);
      case "pre_tokenizer" -> part.isNull() || isOneOf(part, SPLITTERS, "pretokenizers", DEEPEST);
      case "decoder" -> part.isNull() || isOneOf(part, DECODERS, "decoders", DEEPEST);
      default -> false;
    };
  }

  /// Whether an object has these fields and no others; a name with a `?` may be absent.
  static boolean hasJust(JsonNode node, Map<String, Predicate<JsonNode>> fields) {
    if (!node.isObject()) {
      return false;
    }
    int found = 0;
    for (Map.Entry<String, Predicate<JsonNode>> field : fields.entrySet()) {
      boolean optional = field.getKey().endsWith("?");
      JsonNode value = node.get(field.getKey().replace("?", ""));
      if (value == null ? !optional : !field.getValue().test(value)) {
        return false;
      }
      found += value == null ? 0 : 1;
    }
    return found == node.size();
  }

  static Predicate<JsonNode> anyOf(String... values) {
    Set<String> known = Set.of(values);
    return node -> node.isString() && known.contains(node.stringValue());
  }

  private static boolean isOneOf(
      JsonNode part, Map<String, Map<String, Predicate<JsonNode>>> known, String list, int depth) {
    String type = part.path("type").asString("");
    if (!type.equals("Sequence")) {
      Map<String, Predicate<JsonNode>> fields = known.get(type);
      return fields != null && hasJust(part, fields);
    }
    JsonNode parts = part.path(list);
    if (depth == 0 || part.size() != 2 || !parts.isArray() || parts.size() > MOST_PARTS) {
      return false;
    }
    for (JsonNode one : parts) {
      if (!isOneOf(one, known, list, depth - 1)) {
        return false;
      }
    }
    return true;
  }

  private static Map.Entry<String, Map<String, Predicate<JsonNode>>> part(
      String type, Map<String, Predicate<JsonNode>> fields) {
    Map<String, Predicate<JsonNode>> all = new HashMap<>(fields);
    all.put("type", anyOf(type));
    return Map.entry(type, all);
  }
}
