package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.shilpi.job.JobContext;

/// Texts with any number of labels.
///
/// @param labels one row a text, one column a label
record MultiLesson(List<int[]> tokens, boolean[][] labels, Aim aim) implements Lesson {
  @Override
  public String step() {
    return "step_many";
  }

  @Override
  public NDArray answers(NDManager scope, int[] batch, int longest) {
    int columns = aim.weights().length;
    float[] values = new float[batch.length * columns];
    for (int i = 0; i < batch.length; i++) {
      for (int k = 0; k < columns; k++) {
        values[i * columns + k] = labels[batch[i]][k] ? 1 : 0;
      }
    }
    return scope.create(values, new Shape(batch.length, columns));
  }

  @Override
  public double whole(int[] batch) {
    return batch.length;
  }

  @Override
  public Softmax.Score score(Encoder encoder, JobContext context) {
    return Sigmoid.score(Pass.of(tokens, encoder::classify, context, done -> {}), labels);
  }
}
