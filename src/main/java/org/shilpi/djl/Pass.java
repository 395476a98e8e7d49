package org.shilpi.djl;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.shilpi.job.JobContext;

/// All texts through a network, batch by batch.
final class Pass {
  private Pass() {}

  /// @param tokens token ids of each text
  /// @param network gives one row of scores for each text of a batch
  /// @param progress share of the texts done, 0 to 1
  /// @return one row a text, in order
  static float[][] of(
      List<int[]> tokens,
      Function<List<int[]>, float[][]> network,
      JobContext context,
      DoubleConsumer progress) {
    int[] lengths = tokens.stream().mapToInt(row -> row.length).toArray();
    float[][] scores = new float[tokens.size()][];
    int done = 0;
    for (int[] batch : Batches.byLength(lengths, Embedder.BUDGET)) {
      context.checkCancelled();
      float[][] given = network.apply(Arrays.stream(batch).mapToObj(tokens::get).toList());
      for (int i = 0; i < batch.length; i++) {
        scores[batch[i]] = given[i];
      }
      done += batch.length;
      progress.accept((double) done / tokens.size());
    }
    return scores;
  }
}
