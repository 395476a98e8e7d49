package org.shilpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TestSizeTest {
  @Test
  void aboutAHundredAndFiftyTextsAreEnough() {
    TestSize small = TestSize.of(30);
    assertThat(small.isEnough()).isFalse();
    assertThat(small.reach()).isCloseTo(0.11, within(0.01));
    assertThat(small.enough()).isBetween(130, 160);
    assertThat(TestSize.of(small.enough()).reach()).isLessThanOrEqualTo(0.05);
    assertThat(TestSize.of(small.enough()).isEnough()).isTrue();
    assertThat(TestSize.of(0).reach()).isEqualTo(1);
  }
}
