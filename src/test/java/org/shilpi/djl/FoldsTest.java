package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FoldsTest {
  @Property(tries = 200)
  void partsAreEqualAndEachLabelIsSpread(
      @ForAll @Size(min = 5, max = 100) List<@IntRange(max = 6) Integer> labels,
      @ForAll @IntRange(min = 2, max = 5) int parts,
      @ForAll long seed) {
    int[] y = labels.stream().mapToInt(Integer::intValue).toArray();
    int[] part = Folds.stratified(y, 7, parts, seed);
    int[] all = new int[parts];
    int[][] ofLabel = new int[7][parts];
    for (int i = 0; i < y.length; i++) {
      all[part[i]]++;
      ofLabel[y[i]][part[i]]++;
    }
    assertSpread(all);
    for (int[] counts : ofLabel) {
      assertSpread(counts);
    }
  }

  private static void assertSpread(int[] counts) {
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int count : counts) {
      least = Math.min(least, count);
      most = Math.max(most, count);
    }
    assertThat(most - least).isLessThanOrEqualTo(1);
  }
}
