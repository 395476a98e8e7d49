package org.shilpi.basemodel;

import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// How a tokenizer surrounds a text with special tokens (`post_processor`): the text once, with few
/// tokens around it, all of them known.
final class TokenizerTemplate {
  private static final int MOST_SPECIAL = 8;
  private static final int DEEPEST = 2;

  private static final Predicate<JsonNode> FLAG = JsonNode::isBoolean;
  private static final Map<String, Predicate<JsonNode>> BYTE_LEVEL =
      Map.of(
          "type", TokenizerParts.anyOf("ByteLevel"),
          "add_prefix_space", FLAG,
          "trim_offsets", FLAG,
          "use_regex?", FLAG);

  private TokenizerTemplate() {}

  /// @param ids one more than the largest id of the vocabulary
  static boolean accepts(JsonNode template, long ids) {
    return template.isNull() || accepts(template, ids, DEEPEST);
  }

  private static boolean accepts(JsonNode template, long ids, int depth) {
    Predicate<JsonNode> token =
        node -> node.size() == 2 && node.path(0).isString() && isId(node.path(1), ids);
    return switch (template.path("type").asString("")) {
      case "ByteLevel" -> TokenizerParts.hasJust(template, BYTE_LEVEL);
      case "BertProcessing" ->
          TokenizerParts.hasJust(
              template, Map.of("type", JsonNode::isString, "sep", token, "cls", token));
      case "RobertaProcessing" ->
          TokenizerParts.hasJust(
              template,
              Map.of(
                  "type",
                  JsonNode::isString,
                  "sep",
                  token,
                  "cls",
                  token,
                  "trim_offsets",
                  FLAG,
                  "add_prefix_space",
                  FLAG));
      case "TemplateProcessing" ->
          TokenizerParts.hasJust(
              template,
              Map.of(
                  "type",
                  JsonNode::isString,
                  "single",
                  node -> isRow(node, template.path("special_tokens"), 0),
                  "pair",
                  node -> isRow(node, template.path("special_tokens"), 1),
                  "special_tokens",
                  node ->
                      node.isObject() && node.valueStream().allMatch(one -> isSpecial(one, ids))));
      case "Sequence" ->
          depth > 0
              && template.size() == 2
              && template.path("processors").isArray()
              && template.path("processors").size() <= DEEPEST
              && template
                  .path("processors")
                  .valueStream()
                  .allMatch(one -> accepts(one, ids, depth - 1));
      default -> false;
    };
  }

  /// Special tokens of the map around the first text, and the second where one is asked for.
  private static boolean isRow(JsonNode row, JsonNode special, int seconds) {
    int first = 0;
    int second = 0;
    for (JsonNode piece : row) {
      JsonNode text = piece.path("Sequence");
      JsonNode token = piece.path("SpecialToken");
      String id = text.path("id").asString(token.path("id").asString(""));
      boolean typed = isId(text.path("type_id"), 2) || isId(token.path("type_id"), 2);
      if (piece.size() != 1 || !typed || text.size() + token.size() != 2) {
        return false;
      }
      if (text.isObject() && id.equals("A")) {
        first++;
      } else if (text.isObject() && id.equals("B")) {
        second++;
      } else if (!token.isObject() || !special.has(id)) {
        return false;
      }
    }
    return row.isArray() && first == 1 && second == seconds && row.size() <= MOST_SPECIAL;
  }

  private static boolean isSpecial(JsonNode special, long ids) {
    JsonNode numbers = special.path("ids");
    JsonNode tokens = special.path("tokens");
    return special.size() == 3
        && special.path("id").isString()
        && numbers.isArray()
        && numbers.size() == 1
        && numbers.valueStream().allMatch(id -> isId(id, ids))
        && tokens.isArray()
        && tokens.size() == 1
        && tokens.path(0).isString();
  }

  private static boolean isId(JsonNode node, long ids) {
    return node.isInt() && node.intValue() >= 0 && node.intValue() < ids;
  }
}
