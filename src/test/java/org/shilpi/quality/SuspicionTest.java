package org.shilpi.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuspicionTest {
  // Mean own probability of label 0: (0.9 + 0.8 + 0.1) / 3 = 0.6; of label 1: (0.7 + 0.6) / 2 =
  // 0.65.
  private static final int[] LABELS = {0, 0, 0, 1, 1};
  private static final float[][] PROBABILITIES = {
    {0.9f, 0.1f}, {0.8f, 0.2f}, {0.1f, 0.9f}, {0.3f, 0.7f}, {0.4f, 0.6f}
  };

  @Test
  void aLabelIsSuspiciousWhereAnotherReachesItsThreshold() {
    List<Suspicion> found = Suspicion.rank(PROBABILITIES, LABELS);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().row()).isEqualTo(2);
    assertThat(found.getFirst().proposal()).isEqualTo(1);
    assertThat(found.getFirst().margin()).isCloseTo(0.8, offset(1e-6));
  }

  @Test
  void theWidestMarginComesFirst() {
    float[][] probabilities = {
      {0.9f, 0.1f}, {0.2f, 0.8f}, {0.1f, 0.9f}, {0.2f, 0.8f}, {0.2f, 0.8f}
    };

    assertThat(Suspicion.rank(probabilities, new int[] {0, 0, 0, 1, 1}))
        .extracting(Suspicion::row)
        .containsExactly(2, 1);
  }

  @Test
  void aTextOfWhichNothingIsSureIsNotSuspicious() {
    float[][] probabilities = {{0.9f, 0.1f}, {0.45f, 0.55f}, {0.05f, 0.95f}};

    assertThat(Suspicion.rank(probabilities, new int[] {0, 0, 1})).isEmpty();
  }

  @Test
  void aLabelThatNobodyHasIsNeverProposed() {
    float[][] probabilities = {{0.1f, 0.1f, 0.8f}, {0.2f, 0.6f, 0.2f}};

    assertThat(Suspicion.rank(probabilities, new int[] {0, 1})).isEmpty();
  }
}
