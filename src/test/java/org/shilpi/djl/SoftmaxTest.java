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
    Softmax.Score score = Softmax.score(scores, new int[] {0, 0});
    assertThat(score.accuracy()).isEqualTo(0.5);
    assertThat(score.loss()).isCloseTo((Math.log(2) + Math.log(1 + Math.exp(5))) / 2, within(1e-6));
  }
}
