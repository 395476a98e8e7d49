package org.shilpi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shilpi.job.JobContext;

class TfidfTest {
  /// Worked by hand for the texts "a b", "a", "a a a c" with n = 3. Words: df(a) = 3, df(b) = df(c)
  /// = df("a b") = df("a a") = df("a c") = 1, so idf(a) = ln(4/4) + 1 = 1 and the others ln(4/2) +
  /// 1 = 1.693147. For "a a a c": tf(a) = 3 weighs (1 + ln 3) * 1 = 2.098612, "a a" occurs twice:
  /// (1 + ln 2) * 1.693147 = 2.866747, c and "a c": 1.693147. The squares add up to 4.404173 +
  /// 8.218238 + 2 * 2.866747 = 18.355905, whose root is 4.284379.
  @Test
  void wordsWeighAsWorkedByHand() {
    var tfidf = Tfidf.fit(List.of("a b", "a", "a a a c"), 1000, JobContext.quiet());

    var weights = words(tfidf, "a a a c", "a", "a a", "c", "a c", "b");

    assertThat(weights.get("a")).isCloseTo(0.489829, within(1e-5));
    assertThat(weights.get("a a")).isCloseTo(0.669116, within(1e-5));
    assertThat(weights.get("c")).isCloseTo(0.395191, within(1e-5));
    assertThat(weights.get("a c")).isCloseTo(0.395191, within(1e-5));
    assertThat(weights.get("b")).isEqualTo(0);
  }

  @Test
  void wordsAndPiecesHaveLengthOneEach() {
    var tfidf = Tfidf.fit(List.of("some words", "other words"), 1000, JobContext.quiet());

    assertThat(tfidf.row("some other words").squaredNorm()).isCloseTo(2, within(1e-5));
    assertThat(tfidf.row("zzz").size()).isZero();
  }

  @Test
  void onlyTheMostFrequentTermsAreKept() {
    var tfidf = Tfidf.fit(List.of("a b", "a", "a a a c"), 4, JobContext.quiet());

    assertThat(tfidf.columns()).isEqualTo(4);
    // "a" as a word and its pieces " a", "a ", " a " are in all three texts.
    assertThat(tfidf.row("a").size()).isEqualTo(4);
    assertThat(tfidf.idf()).containsOnly(1f);
  }

  @Test
  void manyRareTermsAreForgottenBeforeTheFrequentOnes() {
    var counts = new TermCounts(100);
    for (int i = 0; i < 1000; i++) {
      counts.add(TermBag.of("often " + i));
    }

    var kept = counts.mostFrequent(3);

    assertThat(kept).isSorted().hasSize(3);
    assertThat(counts.count(TermBag.hash("often".codePoints().toArray(), 0, 5) & Long.MAX_VALUE))
        .isEqualTo(1000);
  }

  private static Map<String, Double> words(Tfidf tfidf, String text, String... words) {
    var row = tfidf.row(text);
    var weights = new HashMap<String, Double>();
    for (var word : words) {
      var points = word.codePoints().toArray();
      long hash = TermBag.hash(points, 0, points.length) & Long.MAX_VALUE;
      int place = Arrays.binarySearch(row.columns(), Arrays.binarySearch(tfidf.terms(), hash));
      weights.put(word, place < 0 ? 0.0 : row.values()[place]);
    }
    return weights;
  }
}
