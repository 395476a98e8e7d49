package org.shilpi.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final Patience patience = new Patience(Duration.ofSeconds(60), clock::get);

  @Test
  void endsAfterItsLimitWithoutASign() {
    assertThat(lostAfterTicks(599)).isFalse();
    assertThat(lostAfterTicks(1)).isTrue();
  }

  @Test
  void everySignOfLifeStartsItAgain() {
    assertThat(lostAfterTicks(599)).isFalse();
    patience.heard();
    assertThat(lostAfterTicks(599)).isFalse();
  }

  @Test
  void aMachineThatSleptForAnHourDoesNotCountIt() {
    assertThat(lostAfterTicks(10)).isFalse();
    clock.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(patience.lost()).isFalse();
  }

  private boolean lostAfterTicks(int ticks) {
    boolean lost = false;
    for (int i = 0; i < ticks; i++) {
      clock.addAndGet(Duration.ofMillis(100).toNanos());
      lost = patience.lost();
    }
    return lost;
  }
}
