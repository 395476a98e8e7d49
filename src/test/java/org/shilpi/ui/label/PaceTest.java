package org.shilpi.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace();
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");

  @Test
  void itIsToldFromFiveDecisionsOn() {
    decide(4, 2);
    assertThat(pace.reading()).isEmpty();
    decide(1, 2);
    assertThat(pace.reading()).contains(new Pace.Reading(Duration.ofSeconds(2), 5));
  }

  @Test
  void oneLongLookDoesNotChangeIt() {
    decide(4, 2);
    decide(1, 100);
    decide(4, 2);
    assertThat(pace.reading()).contains(new Pace.Reading(Duration.ofSeconds(2), 9));
  }

  @Test
  void aRestStartsItAnew() {
    decide(10, 2);
    decide(1, 301);
    assertThat(pace.reading()).isEmpty();
    decide(4, 3);
    assertThat(pace.reading()).contains(new Pace.Reading(Duration.ofSeconds(3), 5));
  }

  @Test
  void onlyTheLatestTwentyCount() {
    decide(30, 10);
    decide(20, 1);
    assertThat(pace.reading()).contains(new Pace.Reading(Duration.ofSeconds(1), 50));
  }

  @Test
  void whatIsTakenBackDoesNotCount() {
    decide(5, 2);
    pace.takenBack();
    assertThat(pace.reading()).isEmpty();
  }

  @Test
  void aClockThatStandsStillTellsNothing() {
    decide(9, 0);
    assertThat(pace.reading()).isEmpty();
  }

  private void decide(int times, int seconds) {
    for (int i = 0; i < times; i++) {
      now = now.plusSeconds(seconds);
      pace.decided(now);
    }
  }
}
