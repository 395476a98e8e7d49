package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FootprintTest {
  @Test
  void countsTheBuiltInModelByHand() throws Exception {
    Footprint footprint = new Catalogue(Path.of("absent")).footprint(Catalogue.BUILT_IN);
    long weights = 22_565_376;
    long layer = 1024L * (8 * 384 + 2 * 1536 + 2 * 12 * 256) * 4;
    assertThat(footprint.use()).isEqualTo(Footprint.PROCESS + 4 * weights + layer);
    assertThat(footprint.quick()).isEqualTo(footprint.use() + 10_000L * 384 * 8);
    assertThat(footprint.thorough())
        .isEqualTo(
            Footprint.PROCESS + 16 * weights + 6 * 1024L * (34 * 384 + 8 * 1536 + 9 * 12 * 256));
  }

  @Test
  void leavesAFifthOfTheMachineToEverythingElse() {
    assertThat(Footprint.fits(80, 100)).isTrue();
    assertThat(Footprint.fits(81, 100)).isFalse();
  }
}
