package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilpi.djl.Goldens.within;

import org.junit.jupiter.api.Test;
import org.shilpi.train.Knobs.Pacing;
import org.shilpi.train.Knobs.Pacing.Shape;

class ScheduleTest {
  @Test
  void risesToThePeakAndFallsToZero() {
    Schedule schedule = Schedule.of(Shape.LINEAR, 10, 4);
    double[] wanted = {0, 0.25, 0.5, 0.75, 1, 5 / 6.0, 4 / 6.0, 3 / 6.0, 2 / 6.0, 1 / 6.0, 0, 0};
    for (int step = 0; step < wanted.length; step++) {
      assertThat(schedule.at(step)).isCloseTo(wanted[step], within(1e-6));
    }
  }

  @Test
  void fallsAlongACosine() {
    Schedule schedule = Schedule.of(new Pacing(Shape.COSINE, 0.2), 10);
    for (int step = 2; step <= 10; step++) {
      assertThat(schedule.at(step))
          .isCloseTo((1 + Math.cos(Math.PI * (step - 2) / 8)) / 2, within(1e-6));
    }
  }

  @Test
  void staysAtThePeakOrGoesOnFromTheWarmUp() {
    Schedule schedule = Schedule.of(Shape.CONSTANT, 10, 2);
    assertThat(schedule.at(1)).isCloseTo(0.5, within(1e-6));
    assertThat(schedule.at(9)).isEqualTo(1);
  }

  @Test
  void mayRiseToTheVeryEnd() {
    assertThat(Schedule.of(Shape.LINEAR, 3, 3).at(2)).isCloseTo(2 / 3.0, within(1e-6));
  }
}
