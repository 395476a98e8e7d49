package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.shilpi.job.Problem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes the `tokenizer.json` of an older model out of its vocabulary: `vocab.txt` for WordPiece,
/// `vocab.json` and `merges.txt` for byte-level BPE, giving the same ids as the reference's own
/// conversion (`convert_slow_tokenizer.py` of the transformers library).
final class TokenizerMaker {
  private static final int LONGEST_WORD = 100;

  private final Path folder;
  private final TokenizerOptions options;
  private final TokenizerKind kind;
  private final Map<String, Integer> vocabulary;
  private final SequencedMap<String, ObjectNode> special;

  /// Special and other added tokens by their text.
  private final Map<String, ObjectNode> added = new HashMap<>();

  private TokenizerMaker(Path folder, Family family) throws IOException {
    this.folder = folder;
    this.options = TokenizerOptions.read(folder);
    this.kind = TokenizerKind.of(options.tokenizerClass(), family);
    this.vocabulary = VocabularyFiles.read(folder, kind.vocabulary());
    this.special = options.special(kind.tokens(), kind != TokenizerKind.BERT);
  }

  /// @return the content of `tokenizer.json`
  /// @throws Problem naming what is missing, damaged or not supported
  static byte[] make(Path folder, Family family) throws IOException {
    return StrictJson.print(new TokenizerMaker(folder, family).make());
  }

  private ObjectNode make() throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", "1.0");
    json.putNull("truncation");
    json.putNull("padding");
    json.set("added_tokens", addedTokens());
    if (kind == TokenizerKind.ROBERTA) {
      json.putNull("normalizer");
      json.set("pre_tokenizer", byteLevel());
      json.set("post_processor", roberta());
      json.set("decoder", byteLevel());
      json.set("model", bytePairs());
    } else {
      json.set("normalizer", bertNormalizer());
      json.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
      json.set("post_processor", template());
      json.putObject("decoder").put("type", "WordPiece").put("prefix", "##").put("cleanup", true);
      json.set("model", wordPieces());
    }
    return json;
  }

  /// First those with a number of their own, then special tokens in the order of their roles; what
  /// the vocabulary does not have counts on behind it.
  private ArrayNode addedTokens() {
    int next = vocabulary.size();
    for (Map.Entry<Integer, ObjectNode> entry : options.numbered()) {
      added.put(content(entry.getValue()), entry.getValue().put("id", entry.getKey()));
      next = Math.max(next, entry.getKey() + 1);
    }
    for (ObjectNode token : special.values()) {
      if (added.putIfAbsent(content(token), token) == null) {
        Integer own = vocabulary.get(content(token));
        token.put("id", own == null ? next++ : own);
      }
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    added.values().stream()
        .sorted(Comparator.comparing(token -> token.path("id").asInt()))
        .forEach(array::add);
    return array;
  }

  private ObjectNode bertNormalizer() {
    ObjectNode json = typed("BertNormalizer");
    json.put("clean_text", true);
    json.put("handle_chinese_chars", options.flag("tokenize_chinese_chars", true));
    if (options.has("strip_accents")) {
      json.put("strip_accents", options.flag("strip_accents", false));
    } else {
      json.putNull("strip_accents");
    }
    json.put("lowercase", options.flag("do_lower_case", true));
    return json;
  }

  private ObjectNode byteLevel() {
    ObjectNode json = typed("ByteLevel");
    json.put("add_prefix_space", options.flag("add_prefix_space", false));
    json.put("trim_offsets", true);
    json.put("use_regex", true);
    return json;
  }

  private ObjectNode roberta() {
    ObjectNode json = typed("RobertaProcessing");
    json.putArray("sep").add(text("sep_token")).add(id("sep_token"));
    json.putArray("cls").add(text("cls_token")).add(id("cls_token"));
    json.put("trim_offsets", options.flag("trim_offsets", true));
    json.put("add_prefix_space", options.flag("add_prefix_space", false));
    return json;
  }

  private ObjectNode template() {
    String cls = text("cls_token");
    String sep = text("sep_token");
    ObjectNode json = typed("TemplateProcessing");
    row(json.putArray("single"), cls, "A", sep);
    ArrayNode pair = json.putArray("pair");
    row(pair, cls, "A", sep);
    if (kind == TokenizerKind.MPNET) {
      row(pair, sep);
    }
    row(pair, "B", sep);
    ObjectNode tokens = json.putObject("special_tokens");
    for (String role : List.of("cls_token", "sep_token")) {
      ObjectNode token = tokens.putObject(text(role));
      token.put("id", text(role));
      token.putArray("ids").add(id(role));
      token.putArray("tokens").add(text(role));
    }
    return json;
  }

  private void row(ArrayNode row, String... pieces) {
    int type = row.isEmpty() || pieces.length == 1 ? 0 : 1;
    for (String piece : pieces) {
      boolean isText = piece.equals("A") || piece.equals("B");
      ObjectNode one = row.addObject().putObject(isText ? "Sequence" : "SpecialToken");
      one.put("id", piece);
      one.put("type_id", type);
    }
  }

  private ObjectNode wordPieces() {
    ObjectNode json = typed("WordPiece");
    json.put("unk_token", text("unk_token"));
    json.put("continuing_subword_prefix", "##");
    json.put("max_input_chars_per_word", LONGEST_WORD);
    own(json.putObject("vocab"));
    return json;
  }

  private ObjectNode bytePairs() throws IOException {
    ObjectNode json = typed("BPE");
    json.putNull("dropout");
    json.putNull("unk_token");
    json.putNull("continuing_subword_prefix");
    json.putNull("end_of_word_suffix");
    json.put("fuse_unk", false);
    json.put("byte_fallback", false);
    own(json.putObject("vocab"));
    ArrayNode merges = json.putArray("merges");
    VocabularyFiles.merges(folder).forEach(merges::add);
    return json;
  }

  private void own(ObjectNode vocab) {
    vocabulary.forEach(vocab::put);
  }

  private static String content(ObjectNode token) {
    return token.path("content").asString();
  }

  private String text(String role) {
    return content(Objects.requireNonNull(special.get(role), role));
  }

  private int id(String role) {
    return Objects.requireNonNull(added.get(text(role)), role).path("id").asInt();
  }

  private static ObjectNode typed(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }
}
