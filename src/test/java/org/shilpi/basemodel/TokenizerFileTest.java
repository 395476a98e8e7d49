package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokenizerFileTest {
  private static final String BPE =
      """
      {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
       "normalizer": null, "pre_tokenizer": null, "post_processor": null, "decoder": null,
       "model": {"type": "BPE", "dropout": null, "unk_token": null,
        "continuing_subword_prefix": "", "end_of_word_suffix": "", "fuse_unk": false,
        "vocab": {"a": 0, "b": 1, "ab": 2, "abb": 3}, "merges": ["a b", ["ab", "b"]]}}
      """;

  private static final String UNIGRAM =
      """
      {"version": "1.0", "added_tokens": [],
       "model": {"type": "Unigram", "unk_id": 0, "vocab": [["<unk>", 0.0], ["a", -1], ["b", -2.5]]}}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "albert/seqcls",
        "bert/seqcls",
        "deberta_v2/seqcls",
        "deberta_v3/seqcls",
        "distilbert/seqcls",
        "electra/seqcls",
        "gemma/seqcls",
        "gpt2/seqcls",
        "llama/seqcls",
        "llama3/seqcls",
        "modernbert/seqcls",
        "mpnet/seqcls",
        "phi3/seqcls",
        "qwen2/seqcls",
        "roberta/seqcls",
        "xlm_roberta/seqcls",
        "tokenizers/bert_cased",
        "tokenizers/xlm_roberta_full_nmt_nfkc"
      })
  void acceptsTheTokenizersOfTheReference(String name) throws IOException {
    Path folder = Path.of("../shared/goldens", name).toAbsolutePath().normalize();
    assumeTrue(Files.isDirectory(folder), () -> "needs the goldens in " + folder);
    TokenizerFile tokenizer = TokenizerFile.read(folder.resolve("tokenizer.json"));
    Path config = folder.resolve("config.json");
    if (Files.exists(config)) {
      JsonNode size = JsonMapper.shared().readTree(config.toFile()).get("vocab_size");
      assertThat(tokenizer.ids()).isBetween(size.intValue() - 8L, (long) size.intValue());
    }
  }

  @Test
  void knowsModelsOfTheFirstReleasesByTheirFields() {
    assertThat(read(BPE.replace("\"type\": \"BPE\", ", ""))).isEqualTo(new TokenizerFile("BPE", 4));
    assertThat(read(UNIGRAM.replace("\"type\": \"Unigram\", ", "")).kind()).isEqualTo("Unigram");
    assertThat(read(TinyBert.TOKENIZER.replace("\"type\": \"WordPiece\", ", "")).kind())
        .isEqualTo("WordPiece");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "a b"                           | "a c"
          "a b"                           | "a"
          "a b"                           | "b a"
          "abb": 3                        | "abbb": 3
          "dropout": null                 | "dropout": 0.5
          "unk_token": null               | "unk_token": "c"
          "continuing_subword_prefix": "" | "continuing_subword_prefix": "#"
          "fuse_unk": false               | "fuse_unk": 1
          "fuse_unk": false               | "fuse": false
          "a": 0                          | "a": 0, "a": 4
          "merges":                       | "mergers":
          "type": "BPE"                   | "type": "Unigram"
          "type": "BPE"                   | "type": "Poem"
          , "merges": ["a b", ["ab", "b"]]| ''
          ["ab", "b"]                     | ["ab"]
          ["ab", "b"]                     | 7
          """)
  void refusesPairsThatDoNotFit(String old, String other) {
    refused(BPE, old, other, "tokenizer.damaged");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "unk_id": 0, | ''
          "unk_id": 0  | "unk_id": null
          "unk_id": 0  | "unk_id": 3
          "unk_id": 0  | "unk_id": -1
          -2.5         | 1e999
          -2.5         | "x"
          ["b", -2.5]  | ["b"]
          ["b", -2.5]  | ["b", -2.5, 1]
          ["b", -2.5]  | 1
          """)
  void refusesPiecesWithoutScoreOrAnUnknownOne(String old, String other) {
    refused(UNIGRAM, old, other, "tokenizer.damaged");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "version": "1.0"       | "version": "2.0"
          "truncation": null     | "truncation": {"max_length": 8, "strategy": "Any", "stride": 0}
          "padding": null        | "padding": {"strategy": {"Fixed": -1}}
          "padding": null        | "secrets": null
          "normalizer": null     | "normalizer": {"type": "Prepend", "prepend": ""}
          "normalizer": null     | "normalizer": {"type": "Replace", "pattern": {"String": ""}, "content": ""}
          "normalizer": null     | "normalizer": {"type": "Replace", "pattern": {"Regex": "(a*)*b"}, "content": ""}
          "normalizer": null     | "normalizer": {"type": "Precompiled", "precompiled_charsmap": ""}
          "normalizer": null     | "normalizer": {"type": "Lowercase", "more": 1}
          "normalizer": null     | "normalizer": {"type": "Sequence", "normalizers": [{"type": "Evil"}]}
          "pre_tokenizer": null  | "pre_tokenizer": {"type": "FixedLength", "length": 0}
          "pre_tokenizer": null  | "pre_tokenizer": {"type": "Metaspace", "replacement": ""}
          "pre_tokenizer": null  | "pre_tokenizer": 7
          "decoder": null        | "decoder": {"type": "Strip", "content": "", "start": 0, "stop": 0}
          "post_processor": null | "post_processor": {"type": "BertProcessing", "sep": ["a", 4], "cls": ["a", 0]}
          "post_processor": null | "post_processor": {"type": "Evil"}
          """)
  void refusesPartsThatAreNotKnownToBeSafe(String old, String other) {
    refused(BPE, old, other, "tokenizer.part");
  }

  @Test
  void refusesAddedTokensUnderOtherIdsThanTheyGet() {
    String token =
        "{\"id\": %d, \"content\": \"%s\", \"single_word\": false, \"lstrip\": false,"
            + " \"rstrip\": false, \"normalized\": false, \"special\": true}";
    String none = "\"added_tokens\": []";
    String own = none.replace("[]", "[" + token.formatted(1, "b") + "]");
    String next = none.replace("[]", "[" + token.formatted(4, "c") + "]");
    assertThat(read(BPE.replace(none, own)).ids()).isEqualTo(4);
    assertThat(read(BPE.replace(none, next)).ids()).isEqualTo(5);
    refused(BPE, none, own.replace("1", "2"), "tokenizer.part");
    refused(BPE, none, next.replace("4", "9"), "tokenizer.part");
    refused(BPE, none, own.replace("\"b\"", "\"\""), "tokenizer.damaged");
  }

  @Test
  void refusesTablesThatLeadOutside() throws IOException {
    Path golden = Path.of("../shared/goldens/xlm_roberta/seqcls").toAbsolutePath().normalize();
    assumeTrue(Files.isDirectory(golden), () -> "needs the goldens in " + golden);
    String table =
        JsonMapper.shared()
            .readTree(golden.resolve("tokenizer.json").toFile())
            .at("/normalizer/precompiled_charsmap")
            .asString();
    byte[] bytes = Base64.getDecoder().decode(table);
    assertThat(Charsmap.isSound(table)).isTrue();
    for (byte[] damaged :
        List.of(
            new byte[0],
            new byte[8],
            Arrays.copyOf(bytes, bytes.length / 2),
            Arrays.copyOf(bytes, Math.toIntExact(4 + Integer.toUnsignedLong(bytes[1] << 8))))) {
      assertThat(Charsmap.isSound(Base64.getEncoder().encodeToString(damaged))).isFalse();
    }
    int refused = 0;
    for (int seed = 0; seed < 50; seed++) {
      byte[] flipped = bytes.clone();
      Random random = new Random(seed);
      for (int i = 0; i < 100; i++) {
        flipped[4 + random.nextInt(2000)] ^= (byte) (1 << random.nextInt(8));
      }
      refused += Charsmap.isSound(Base64.getEncoder().encodeToString(flipped)) ? 0 : 1;
    }
    assertThat(refused).isGreaterThan(40);
  }

  private static TokenizerFile read(String json) {
    return TokenizerFile.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "tokenizer.json");
  }

  private static void refused(String sound, String old, String other, String problem) {
    read(sound);
    assertThat(sound).contains(old);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> read(sound.replace(old, other)))
        .returns("problem.basemodel." + problem, Problem::key);
  }
}
