package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilpi.djl.Goldens.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void risesToThePeakAndFallsToZero() {
    Schedule schedule = Schedule.of(1, 10, 4);
    double[] wanted = {0, 0.25, 0.5, 0.75, 1, 5 / 6.0, 4 / 6.0, 3 / 6.0, 2 / 6.0, 1 / 6.0, 0, 0};
    for (int step = 0; step < wanted.length; step++) {
      assertThat(schedule.at(step)).isCloseTo(wanted[step], within(1e-6));
    }
  }

  @Test
  void mayRiseToTheVeryEnd() {
    assertThat(Schedule.of(1, 3, 3).at(2)).isCloseTo(2 / 3.0, within(1e-6));
  }
}
