package org.shilpi.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.function.DoubleConsumer;
import org.shilpi.job.JobContext;

/// How far texts are from those that are most like them.
final class Neighbours {
  private static final int NEAREST = 10;

  /// Rows compared with all others at a time.
  private static final int BLOCK = 512;

  private Neighbours() {}

  /// The mean of 1 − cosine over the ten nearest other vectors (all, where there are fewer), 0 to
  /// 2.
  static float[] distances(float[][] vectors, JobContext context, DoubleConsumer progress) {
    int rows = vectors.length;
    float[] distances = new float[rows];
    int nearest = Math.min(NEAREST, rows - 1);
    if (nearest < 1) {
      return distances;
    }
    try (NDManager manager = Torch.newManager(Device.cpu())) {
      NDArray all = unit(vectors, manager);
      NDArray turned = all.transpose();
      for (int from = 0; from < rows; from += BLOCK) {
        context.checkCancelled();
        int to = Math.min(from + BLOCK, rows);
        try (NDManager scope = manager.newSubManager()) {
          NDArray block = all.get(from + ":" + to);
          block.attach(scope);
          NDArray cosines = block.matMul(turned);
          cosines.attach(scope);
          // A vector is its own nearest, with a cosine of 1.
          var best = cosines.topK(nearest + 1, 1, true, false);
          best.attach(scope);
          float[] largest = best.get(0).toFloatArray();
          for (int row = from; row < to; row++) {
            float sum = 0;
            float own = 0;
            for (int k = 0; k <= nearest; k++) {
              float cosine = largest[(row - from) * (nearest + 1) + k];
              sum += cosine;
              own = Math.max(own, cosine);
            }
            distances[row] = Math.max(0, 1 - (sum - own) / nearest);
          }
        }
        progress.accept((double) to / rows);
      }
    }
    return distances;
  }

  private static NDArray unit(float[][] vectors, NDManager manager) {
    NDArray all = manager.zeros(new Shape(vectors.length, vectors[0].length));
    var values = all.toByteBuffer(true).asFloatBuffer();
    for (float[] vector : vectors) {
      double squares = 0;
      for (float value : vector) {
        squares += (double) value * value;
      }
      float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
      for (float value : vector) {
        values.put(value * scale);
      }
    }
    return all;
  }
}
