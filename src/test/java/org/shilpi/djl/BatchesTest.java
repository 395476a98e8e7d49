package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BatchesTest {
  @Property(tries = 200)
  void everyTextIsInOneBatchAndNoBatchPassesTheBudget(
      @ForAll @Size(max = 80) List<@IntRange(min = 1, max = 60) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 200) int budget,
      @ForAll long seed) {
    int[] lengths = sizes.stream().mapToInt(Integer::intValue).toArray();
    for (List<int[]> batches :
        List.of(Batches.byLength(lengths, budget), Batches.shuffled(lengths, budget, seed))) {
      assertThat(batches.stream().flatMapToInt(Arrays::stream).sorted())
          .containsExactlyElementsOf(IntStream.range(0, lengths.length).boxed().toList());
      for (int[] batch : batches) {
        int longest = Arrays.stream(batch).map(i -> lengths[i]).max().orElse(0);
        assertThat(batch.length == 1 || longest * batch.length <= budget).isTrue();
      }
    }
  }

  @Test
  void theSameSeedDealsTheSameBatches() {
    int[] lengths = IntStream.range(0, 500).map(i -> 3 + i * 7 % 40).toArray();
    List<int[]> first = Batches.shuffled(lengths, 256, 3);
    assertThat(Batches.shuffled(lengths, 256, 3)).usingRecursiveComparison().isEqualTo(first);
    assertThat(Batches.shuffled(lengths, 256, 4)).usingRecursiveComparison().isNotEqualTo(first);
  }

  @Test
  void theLongestTextsComeFirst() {
    List<Integer> seen = new ArrayList<>();
    Batches.byLength(new int[] {3, 9, 5}, 9).forEach(batch -> seen.add(batch[0]));
    assertThat(seen).containsExactly(1, 2, 0);
  }
}
