package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLengthTest {
  /// 198 texts of one length and two much longer ones: one in a hundred may lose its end.
  @ParameterizedTest
  @CsvSource({
    "20, 512, 32",
    "33, 512, 64",
    "64, 512, 64",
    "65, 512, 128",
    "400, 512, 512",
    "99, 96, 96"
  })
  void fitsNinetyNineOfAHundredTexts(int usual, int most, int wanted) {
    int[] lengths = new int[200];
    Arrays.fill(lengths, usual);
    lengths[7] = 5_000;
    lengths[100] = 4_000;
    assertThat(TextLength.of(lengths, most)).isEqualTo(wanted);
  }
}
