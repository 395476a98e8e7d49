package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.data.Span;
import org.shilpi.job.JobContext;
import org.shilpi.train.FoundSpan;

class WordTokenizerTest {
  private static final List<String> TEXTS =
      List.of(
          "Ann met Bob in New York.",
          "🙂 Ann 👍🏽 met\r\nBob 😀😀 there",
          "राम नई दिल्ली में रहता है ।",
          "cafe\u0301 naïve Zürich",
          "東京は大きい",
          "...!!",
          "",
          " \r\n ");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bert/seqcls",
        "roberta/seqcls",
        "xlm_roberta/seqcls",
        "albert/seqcls",
        "modernbert/seqcls",
        "tokenizers/bert_cased",
        "mpnet/seqcls"
      })
  void findsTheWordsOfTextsWithWhateverTokens(String model) throws IOException {
    try (WordTokenizer tokenizer = WordTokenizer.open(Goldens.folder(model), 200)) {
      WordRows rows = tokenizer.read(TEXTS, JobContext.quiet());
      assertThat(words(rows, 0)).containsExactly("Ann", "met", "Bob", "in", "New", "York", ".");
      assertThat(words(rows, 1)).contains("Ann", "met", "Bob", "there");
      assertThat(words(rows, 2)).contains("राम", "नई", "दिल्ली", "में", "रहता", "है");
      assertThat(words(rows, 3)).containsExactly("cafe\u0301", "naïve", "Zürich");
      assertThat(String.join("", words(rows, 4))).isEqualTo("東京は大きい");
      assertThat(String.join("", words(rows, 5))).isEqualTo("...!!");
      assertThat(words(rows, 6)).isEmpty();
      assertThat(words(rows, 7)).isEmpty();
      assertThat(rows.rows()).containsExactly(1, 1, 1, 1, 1, 1, 0, 0);
    }
  }

  /// A span of whole words comes back from its tags as it was, whatever tokens they fall into.
  @ParameterizedTest
  @ValueSource(strings = {"bert/seqcls", "roberta/seqcls", "xlm_roberta/seqcls"})
  void spansOfWholeWordsComeBackFromTheirTags(String model) throws IOException {
    try (WordTokenizer tokenizer = WordTokenizer.open(Goldens.folder(model), 16)) {
      WordRows rows = tokenizer.read(TEXTS, JobContext.quiet());
      for (TextWords words : rows.words()) {
        for (int from = 0; from < words.size(); from++) {
          for (int to = from; to < words.size(); to++) {
            List<Span> spans = new ArrayList<>();
            if (from > 0) {
              spans.add(new Span(words.start()[0], words.end()[from - 1], 1));
            }
            spans.add(new Span(words.start()[from], words.end()[to], 1));
            int[] tags = Tags.of(words, spans);
            assertThat(Tags.spans(words, sure(tags, 5)))
                .extracting(FoundSpan::span)
                .isEqualTo(spans);
          }
        }
      }
    }
  }

  @Test
  void aLongTextIsReadInWindowsThatLoseNothing() throws IOException {
    String text = String.join(" ", IntStream.range(0, 500).mapToObj(i -> "word" + i).toList());
    try (WordTokenizer tokenizer = WordTokenizer.open(Goldens.folder("bert/seqcls"), 32)) {
      WordRows rows = tokenizer.read(List.of("short", text, "last"), JobContext.quiet());
      assertThat(words(text, rows.words().get(1))).isEqualTo(List.of(text.split(" ")));
      assertThat(rows.tokens()).hasSizeGreaterThan(20).allMatch(row -> row.length <= 32);
      assertThat(rows.tokens().stream().map(row -> row[0]).distinct()).hasSize(1);
      assertThat(rows.tokens().stream().map(row -> row[row.length - 1]).distinct()).hasSize(1);

      WordRows whole =
          WordTokenizer.open(Goldens.folder("bert/seqcls"), 100_000)
              .read(List.of("short", text, "last"), JobContext.quiet());
      // A "network" that answers each token with its id: the same words, whatever the windows.
      assertThat(ids(rows)).isEqualTo(ids(whole));
      // No word is read at a cut: six tokens or more stand on either side, but at the text's ends.
      for (int row = 2; row < rows.tokens().size() - 2; row++) {
        int length = rows.tokens().get(row).length;
        assertThat(IntStream.of(rows.places().get(row)))
            .allMatch(place -> place > 3 && place < length - 4);
      }
    }
  }

  @Test
  void tagsOfWordsGoToTheirFirstTokens() throws IOException {
    try (WordTokenizer tokenizer = WordTokenizer.open(Goldens.folder("bert/seqcls"), 64)) {
      WordRows rows = tokenizer.read(List.of("zebra unhappily"), JobContext.quiet());
      int[] perToken = rows.perToken(new int[] {7, 8}).getFirst();
      assertThat(perToken).hasSameSizeAs(rows.tokens().getFirst()).contains(7, 8);
      assertThat(perToken[0]).isEqualTo(WordRows.IGNORED);
      assertThat(IntStream.of(perToken).filter(tag -> tag >= 0)).hasSize(2);
    }
  }

  private static List<Float> ids(WordRows rows) {
    float[][] said =
        rows.perWord(
            batch -> {
              float[][] numbers = new float[batch.size()][];
              for (int row = 0; row < numbers.length; row++) {
                int[] tokens = batch.get(row);
                numbers[row] = new float[tokens.length];
                for (int i = 0; i < tokens.length; i++) {
                  numbers[row][i] = tokens[i];
                }
              }
              return numbers;
            },
            JobContext.quiet(),
            done -> {});
    return Stream.of(said).map(number -> number[0]).toList();
  }

  private static float[][] sure(int[] tags, int outputs) {
    float[][] scores = new float[tags.length][outputs];
    for (int w = 0; w < tags.length; w++) {
      scores[w][tags[w]] = 10;
    }
    return scores;
  }

  private static List<String> words(WordRows rows, int text) {
    return words(TEXTS.get(text), rows.words().get(text));
  }

  private static List<String> words(String text, TextWords words) {
    return IntStream.range(0, words.size())
        .mapToObj(w -> text.substring(words.start()[w], words.end()[w]))
        .toList();
  }
}
