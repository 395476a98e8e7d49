package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
  private static final int TEXTS = 400;
  private final Random random = new Random(3);

  @Test
  void oneHalfStaysWhereProbabilitiesAreRight() {
    float[][] scores = new float[TEXTS][2];
    boolean[][] truth = new boolean[TEXTS][2];
    for (int i = 0; i < TEXTS; i++) {
      for (int k = 0; k < 2; k++) {
        truth[i][k] = random.nextInt(2) == 0;
        scores[i][k] = truth[i][k] ? 3 : -3;
      }
    }
    Thresholds chosen = Thresholds.of(new Answers.Many(truth, 2), scores, 1);
    assertThat(chosen.way()).isEqualTo("half");
    assertThat(chosen.values()).containsExactly(0.5f, 0.5f);
    assertThat(chosen.facts()).containsEntry("thresholds", "half");
  }

  @Test
  void eachLabelGetsItsOwnWhereOneIsAlwaysUnsure() {
    float[][] scores = new float[TEXTS][2];
    boolean[][] truth = new boolean[TEXTS][2];
    for (int i = 0; i < TEXTS; i++) {
      truth[i][0] = random.nextInt(2) == 0;
      truth[i][1] = random.nextInt(2) == 0;
      scores[i][0] = (truth[i][0] ? -1 : -3) + random.nextFloat();
      scores[i][1] = (truth[i][1] ? 3 : 1) + random.nextFloat();
    }
    Thresholds chosen = Thresholds.of(new Answers.Many(truth, 2), scores, 1);
    assertThat(chosen.way()).isEqualTo("each");
    assertThat(chosen.values()[0]).isBetween(0.12f, 0.3f);
    assertThat(chosen.values()[1]).isBetween(0.85f, 0.96f);
  }

  @Test
  void othersTasksHaveNone() {
    Answers one = new Answers.One(new int[] {0, 1}, 2);
    assertThat(Thresholds.of(one, new float[2][2], 1).values()).isEmpty();
  }
}
