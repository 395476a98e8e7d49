package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import org.shilpi.job.JobContext;

/// Texts with one label each.
///
/// @param labels label of each row
record SingleLesson(List<int[]> tokens, int[] labels, Aim aim) implements Lesson {
  @Override
  public String step() {
    return "step_one";
  }

  @Override
  public NDArray answers(NDManager scope, int[] batch, int longest) {
    return scope.create(Arrays.stream(batch).mapToLong(i -> labels[i]).toArray());
  }

  @Override
  public double whole(int[] batch) {
    return Arrays.stream(batch).mapToDouble(i -> aim.weights()[labels[i]]).sum();
  }

  @Override
  public Softmax.Score score(Encoder encoder, JobContext context) {
    return Softmax.score(Pass.of(tokens, encoder::classify, context, done -> {}), labels);
  }
}
