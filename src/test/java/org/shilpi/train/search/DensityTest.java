package org.shilpi.train.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class DensityTest {
  private static final int STEPS = 20_000;

  @Property(tries = 60)
  void itsIntegralIsOne(@ForAll @Size(max = 12) List<@DoubleRange(max = 1) Double> places) {
    Density density = density(places);
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += density.at((i + 0.5) / STEPS) / STEPS;
    }
    assertThat(sum).isCloseTo(1, within(1e-3));
  }

  @Property(tries = 10)
  void whatIsDrawnFollowsIt(
      @ForAll @Size(min = 1, max = 6) List<@DoubleRange(max = 1) Double> places,
      @ForAll long seed) {
    Density density = density(places);
    SplittableRandom random = new SplittableRandom(seed);
    double below = 0;
    for (int i = 0; i < STEPS; i++) {
      below += density.draw(random) < 0.3 ? 1.0 / STEPS : 0;
    }
    double wanted = 0;
    for (int i = 0; i < 3_000; i++) {
      wanted += density.at((i + 0.5) / 10_000) / 10_000;
    }
    assertThat(below).isCloseTo(wanted, within(0.03));
  }

  private static Density density(List<Double> places) {
    return new Density(places.stream().mapToDouble(Double::doubleValue).toArray(), 0.08);
  }
}
