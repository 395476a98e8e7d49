package org.shilpi.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
  private final AtomicLong now = new AtomicLong(7);
  private final TimeLeft timeLeft = new TimeLeft(now::get);

  @Test
  void saysNothingBeforeThereIsSomethingToTellItFrom() {
    assertThat(timeLeft.at(0)).isEmpty();
    assertThat(timeLeft.at(0.1)).isEmpty();
  }

  @Test
  void steadyWorkGivesTheExactTime() {
    timeLeft.at(0);
    for (int i = 1; i <= 10; i++) {
      now.addAndGet(Duration.ofSeconds(1).toNanos());
      assertThat(timeLeft.at(i / 20.0).orElseThrow())
          .isBetween(
              Duration.ofMillis((20 - i) * 1000 - 10), Duration.ofMillis((20 - i) * 1000 + 10));
    }
  }

  @Test
  void oneSlowStretchMovesTheEstimateOnlyPartOfTheWay() {
    timeLeft.at(0);
    now.addAndGet(Duration.ofSeconds(10).toNanos());
    timeLeft.at(0.5); // 0.05 a second
    now.addAndGet(Duration.ofSeconds(10).toNanos());
    // 0.01 a second now, 0.042 smoothed
    assertThat(timeLeft.at(0.6).orElseThrow().toMillis()).isEqualTo(9523);
  }

  @Test
  void workThatStepsBackStartsAnew() {
    timeLeft.at(0.5);
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(timeLeft.at(0.9)).isPresent();
    assertThat(timeLeft.at(0.1)).isEmpty();
  }

  @Test
  void workThatStandsStillHasNoTimeLeftToTell() {
    timeLeft.at(0.5);
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(timeLeft.at(0.5)).isEmpty();
  }
}
