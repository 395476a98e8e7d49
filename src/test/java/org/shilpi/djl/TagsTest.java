package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.shilpi.data.Span;
import org.shilpi.train.FoundSpan;

class TagsTest {
  /// "Ann Lee met Bob"
  private static final TextWords WORDS =
      new TextWords(new int[] {0, 4, 8, 12}, new int[] {3, 7, 11, 15});

  @Test
  void namesAreThoseOfTheUsualScheme() {
    assertThat(Tags.names(List.of("PER", "LOC")))
        .containsExactly("O", "B-PER", "I-PER", "B-LOC", "I-LOC");
  }

  @Test
  void aSpanBeginsWithBAndGoesOnWithI() {
    assertThat(Tags.of(WORDS, List.of(new Span(0, 7, 0), new Span(12, 15, 1))))
        .containsExactly(1, 2, 0, 3);
  }

  @Test
  void aSpanIsSnappedToWholeWords() {
    assertThat(Tags.of(WORDS, List.of(new Span(5, 9, 0)))).containsExactly(0, 1, 2, 0);
  }

  @Test
  void ofTwoSpansInAWordTheFirstHasIt() {
    assertThat(Tags.of(WORDS, List.of(new Span(0, 1, 0), new Span(2, 7, 1))))
        .containsExactly(1, 3, 0, 0);
  }

  @Test
  void anInsideTagNeverStandsAlone() {
    // Word by word, I would win everywhere.
    float[][] scores = {{1, 0, 3}, {1, 0, 3}, {3, 0, 1}, {1, 0, 3}};
    List<FoundSpan> spans = Tags.spans(WORDS, scores);
    assertThat(spans).extracting(FoundSpan::span).contains(new Span(0, 7, 0));
  }

  @Test
  void anInsideTagNeverFollowsAnotherLabel() {
    float[][] scores = {{0, 5, 0, 0, 0}, {0, 0, 1, 0, 4}, {5, 0, 0, 0, 0}, {5, 0, 0, 0, 0}};
    for (FoundSpan found : Tags.spans(WORDS, scores)) {
      assertThat(found.span().label()).isZero();
    }
  }

  @Test
  void confidenceIsTheMeanProbabilityOfTheWords() {
    float[][] scores = {
      {0, (float) Math.log(8), 0}, {0, 0, (float) Math.log(2)}, {9, 0, 0}, {9, 0, 0}
    };
    assertThat(Tags.spans(WORDS, scores))
        .containsExactly(new FoundSpan(new Span(0, 7, 0), (0.8f + 0.5f) / 2));
  }

  /// Against all paths, one by one.
  @Property(tries = 100)
  void theMostProbablePathIsFound(
      @ForAll @IntRange(min = 1, max = 4) int words, @ForAll long seed) {
    Random random = new Random(seed);
    float[][] scores = new float[words][5];
    for (float[] row : scores) {
      for (int t = 0; t < row.length; t++) {
        row[t] = (float) random.nextGaussian();
      }
    }
    TextWords some =
        new TextWords(Arrays.copyOf(WORDS.start(), words), Arrays.copyOf(WORDS.end(), words));
    int[] found = Tags.of(some, Tags.spans(some, scores).stream().map(FoundSpan::span).toList());
    double most = Double.NEGATIVE_INFINITY;
    for (int path = 0; path < Math.pow(5, words); path++) {
      int[] tags = new int[words];
      int rest = path;
      for (int w = 0; w < words; w++) {
        tags[w] = rest % 5;
        rest /= 5;
      }
      most = Math.max(most, worth(tags, scores));
    }
    assertThat(worth(found, scores)).isCloseTo(most, Goldens.within(1e-5));
  }

  private static double worth(int[] tags, float[][] scores) {
    double sum = 0;
    for (int w = 0; w < tags.length; w++) {
      boolean inside = tags[w] > 0 && tags[w] % 2 == 0;
      if (inside && (w == 0 || (tags[w - 1] != tags[w] && tags[w - 1] != tags[w] - 1))) {
        return Double.NEGATIVE_INFINITY;
      }
      sum -= Softmax.loss(scores[w], tags[w]);
    }
    return sum;
  }

  @Property(tries = 300)
  void spansOnWordsAreTheSameAfterTagging(@ForAll long seed) {
    Random random = new Random(seed);
    int words = 1 + random.nextInt(12);
    int[] start = new int[words];
    int[] end = new int[words];
    int at = 0;
    for (int w = 0; w < words; w++) {
      start[w] = at + random.nextInt(2);
      end[w] = start[w] + 1 + random.nextInt(4);
      at = end[w];
    }
    TextWords text = new TextWords(start, end);
    List<Span> spans = new ArrayList<>();
    for (int w = 0; w < words; w++) {
      if (random.nextBoolean()) {
        int last = w + random.nextInt(words - w);
        spans.add(new Span(start[w], end[last], random.nextInt(3)));
        w = last;
      }
    }
    int[] tags = Tags.of(text, spans);
    float[][] scores = new float[words][7];
    for (int w = 0; w < words; w++) {
      scores[w][tags[w]] = 5;
    }
    assertThat(Tags.spans(text, scores)).extracting(FoundSpan::span).isEqualTo(spans);
  }
}
