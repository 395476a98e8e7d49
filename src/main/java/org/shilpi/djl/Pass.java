package org.shilpi.djl;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.shilpi.job.JobContext;

/// All rows of tokens through a network, batch by batch.
final class Pass {
  private Pass() {}

  /// @param tokens token ids of each row
  /// @param network gives one array of numbers for each row of a batch
  /// @param progress share of the rows done, 0 to 1
  /// @return one array a row, in order
  static float[][] of(
      List<int[]> tokens,
      Function<List<int[]>, float[][]> network,
      JobContext context,
      DoubleConsumer progress) {
    return batches(
        tokens,
        batch -> network.apply(Arrays.stream(batch).mapToObj(tokens::get).toList()),
        context,
        progress);
  }

  /// The same for a network that is told which rows a batch has.
  static float[][] batches(
      List<int[]> tokens,
      Function<int[], float[][]> network,
      JobContext context,
      DoubleConsumer progress) {
    int[] lengths = tokens.stream().mapToInt(row -> row.length).toArray();
    float[][] answers = new float[tokens.size()][];
    int done = 0;
    for (int[] batch : Batches.byLength(lengths, Embedder.BUDGET)) {
      context.checkCancelled();
      float[][] given = network.apply(batch);
      for (int i = 0; i < batch.length; i++) {
        answers[batch[i]] = given[i];
      }
      done += batch.length;
      progress.accept((double) done / tokens.size());
    }
    return answers;
  }
}
