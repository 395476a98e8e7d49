package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilpi.djl.Goldens.within;

import org.junit.jupiter.api.Test;

class SoftmaxTest {
  @Test
  void largeScoresDoNotOverflow() {
    assertThat(Softmax.probabilities(new float[] {1000, 1000, -1000}))
        .containsExactly(0.5f, 0.5f, 0);
    assertThat(Softmax.loss(new float[] {1000, 1000, -1000}, 0))
        .isCloseTo(Math.log(2), within(1e-9));
    assertThat(Softmax.loss(new float[] {1000, 0}, 1)).isCloseTo(1000, within(1e-9));
  }

  @Test
  void scoresCountRightAnswersAndMeanLoss() {
    float[][] scores = {{0, 0}, {0, 5}};
    Softmax.Score score = new Answers.One(new int[] {0, 0}, 2).score(scores);
    assertThat(score.accuracy()).isEqualTo(0.5);
    assertThat(score.loss()).isCloseTo((Math.log(2) + Math.log(1 + Math.exp(5))) / 2, within(1e-6));
  }

  @Test
  void howSureAnswersSoundDoesNotChangeTheTemperedLoss() {
    float[][] scores = {{2, 0, 1}, {0, 3, 1}, {1, 0, 2}, {1, 2, 0}};
    float[][] surer = {{16, 0, 8}, {0, 24, 8}, {8, 0, 16}, {8, 16, 0}};
    int[] labels = {0, 1, 2, 0};
    Softmax.Score modest = new Answers.One(labels, 3).score(scores);
    Softmax.Score sure = new Answers.One(labels, 3).score(surer);
    assertThat(sure.loss()).isGreaterThan(2 * modest.loss());
    assertThat(sure.tempered()).isCloseTo(modest.tempered(), within(1e-6));
    assertThat(modest.tempered()).isLessThanOrEqualTo(modest.loss());
    for (double factor = 0.1; factor < 10; factor *= 1.1) {
      assertThat(modest.tempered())
          .isLessThanOrEqualTo(new Answers.One(labels, 3).loss(scores, factor) + 1e-9);
    }
    float[][] wrong = {{0, 2, 1}, {0, 3, 1}, {1, 0, 2}, {1, 2, 0}};
    assertThat(modest.isBetterThan(new Answers.One(labels, 3).score(wrong))).isTrue();
  }
}
