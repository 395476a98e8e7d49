package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.JobContext;
import tools.jackson.databind.JsonNode;

class TextTokenizerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bert/seqcls",
        "bert/tokcls",
        "albert/seqcls",
        "albert/tokcls",
        "deberta_v2/seqcls",
        "deberta_v3/tokcls",
        "distilbert/seqcls",
        "electra/tokcls",
        "modernbert/seqcls",
        "modernbert/tokcls",
        "mpnet/seqcls",
        "roberta/seqcls",
        "roberta/tokcls",
        "xlm_roberta/seqcls",
        "xlm_roberta/tokcls",
        "tokenizers/bert_cased",
        "tokenizers/xlm_roberta_full_nmt_nfkc"
      })
  void cutsTextsLikeTheReference(String name) throws IOException {
    Path folder = Goldens.folder(name);
    JsonNode expected = Goldens.json(folder.resolve("expected_tokenization.json"));
    int compared = 0;
    for (JsonNode wanted : expected.get("cases")) {
      compared += compare(folder, wanted, 512) ? 1 : 0;
    }
    for (JsonNode wanted : expected.get("truncated")) {
      compared += compare(folder, wanted, wanted.get("max_length").asInt()) ? 1 : 0;
    }
    assertThat(compared).isGreaterThan(10);
  }

  /// One text with special tokens is what is trained on; pairs are passed over.
  private static boolean compare(Path folder, JsonNode wanted, int maxLength) throws IOException {
    if (!wanted.get("text_pair").isNull() || !wanted.get("add_special_tokens").asBoolean()) {
      return false;
    }
    String text = wanted.get("text").asString();
    try (TextTokenizer tokenizer = TextTokenizer.open(folder, maxLength)) {
      var tokens = tokenizer.tokenize(List.of(text, "x"), JobContext.quiet());
      int[] ids = Goldens.flat(wanted.get("ids")).stream().mapToInt(Double::intValue).toArray();
      assertThat(tokens.ids().getFirst()).as(text).containsExactly(ids);
      assertThat(tokens.cut()).as(text).isEqualTo(maxLength == 512 ? 0 : 1);
    }
    return true;
  }
}
