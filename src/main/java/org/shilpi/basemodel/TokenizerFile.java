package org.shilpi.basemodel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.shilpi.job.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a `tokenizer.json` promises, once all of it was checked.
///
/// The native library that uses the file later ends the whole process where it meets something
/// unforeseen, so nothing unforeseen may reach it: see [TokenizerVocabulary], [TokenizerParts] and
/// [TokenizerTemplate].
///
/// @param kind `WordPiece`, `BPE`, `Unigram` or `WordLevel`
/// @param ids one more than the largest id it can give
record TokenizerFile(String kind, long ids) {
  private static final long LONGEST = 64L << 20;
  private static final int DEEPEST = 32;

  /// A million pieces with scores, or as many merges, and what goes around them.
  private static final long MOST_TOKENS = 8_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(LONGEST)
                          .maxNestingDepth(DEEPEST)
                          .maxTokenCount(MOST_TOKENS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          // A part of the file is read as a tree, and the rest follows it.
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Predicate<JsonNode> FLAG = JsonNode::isBoolean;
  private static final Map<String, Predicate<JsonNode>> ADDED_TOKEN =
      Map.of(
          "id", JsonNode::isInt,
          "content", node -> node.isString() && !node.stringValue().isEmpty(),
          "single_word", FLAG,
          "lstrip", FLAG,
          "rstrip", FLAG,
          "normalized", FLAG,
          "special", FLAG);

  /// @throws Problem if it is not a tokenizer that the tokenizers library can use on any text
  static TokenizerFile read(Path path) throws IOException {
    String file = String.valueOf(path.getFileName());
    if (Files.size(path) > LONGEST) {
      throw Problem.of("problem.basemodel.json", file);
    }
    try (InputStream in = Files.newInputStream(path)) {
      return read(in, file);
    }
  }

  /// @param file name for problems
  static TokenizerFile read(InputStream in, String file) {
    Map<String, JsonNode> parts = new HashMap<>();
    TokenizerVocabulary vocabulary = null;
    try (JsonParser json = JSON.createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw damaged(file);
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        if (name.equals("model")) {
          vocabulary = TokenizerVocabulary.read(json);
        } else {
          parts.put(name, JSON.readTree(json));
        }
      }
      if (json.nextToken() != null) {
        throw damaged(file);
      }
    } catch (JacksonException e) {
      throw Problem.causedBy(e, "problem.basemodel.tokenizer.damaged", file);
    }
    if (vocabulary == null || !vocabulary.isSound() || !parts.containsKey("version")) {
      throw damaged(file);
    }
    JsonNode added = parts.remove("added_tokens");
    long ids = added == null ? top(vocabulary) : withAdded(vocabulary, added, file);
    JsonNode template = parts.remove("post_processor");
    if (template != null && !TokenizerTemplate.accepts(template, ids)) {
      throw Problem.of("problem.basemodel.tokenizer.part", file, "post_processor");
    }
    parts.forEach((name, part) -> {
      if (!TokenizerParts.accepts(name, part)) {
        throw Problem.of("problem.basemodel.tokenizer.part", file, shown(name));
      }
    });
    return new TokenizerFile(vocabulary.kind(), ids);
  }

  private static long top(TokenizerVocabulary vocabulary) {
    return 1L + vocabulary.ids().values().stream().mapToInt(Integer::intValue).max().orElse(-1);
  }

  /// The library numbers added tokens itself, whatever the file says: a piece of the vocabulary
  /// keeps its id, others count on from there. A file that says otherwise would be misread.
  private static long withAdded(TokenizerVocabulary vocabulary, JsonNode tokens, String file) {
    Map<String, Integer> known = new HashMap<>();
    int next = vocabulary.size();
    for (JsonNode token : tokens) {
      if (!TokenizerParts.hasJust(token, ADDED_TOKEN)) {
        throw damaged(file);
      }
      String content = token.get("content").stringValue();
      Integer own = vocabulary.ids().getOrDefault(content, known.get(content));
      int id = own == null ? next : own;
      if (token.get("id").intValue() != id) {
        throw Problem.of("problem.basemodel.tokenizer.part", file, "added_tokens");
      }
      known.put(content, id);
      next = Math.max(next, id + 1);
    }
    if (!tokens.isArray()) {
      throw damaged(file);
    }
    return Math.max(top(vocabulary), next);
  }

  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
  }

  private static Problem damaged(String file) {
    return Problem.of("problem.basemodel.tokenizer.damaged", file);
  }
}
