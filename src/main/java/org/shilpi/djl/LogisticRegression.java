package org.shilpi.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.List;
import org.shilpi.job.JobContext;

/// L2-regularised logistic regression on fixed vectors: libtorch computes loss and gradient over
/// all rows in one call, [Lbfgs] walks. The bias is not regularised.
///
/// Minimises `mean cross-entropy + |W|^2 / (2 C n)` for a strength C as in scikit-learn: larger
/// means less regularisation. Where a row may have any number of labels, each label is a regression
/// of its own (one against the rest) and the cross-entropies of all labels are added up.
final class LogisticRegression implements AutoCloseable {
  private static final double TOLERANCE = 3e-5;
  private static final int MAX_ITERATIONS = 200;

  private final NDManager manager = Torch.newManager(Device.cpu());
  private final Program program;
  private final NDArray x;
  private final NDArray y;
  private final String objective;
  private final int rows;
  private final int width;
  private final int labels;

  /// @param vectors one a row
  LogisticRegression(float[][] vectors, Answers answers) throws IOException {
    this.rows = vectors.length;
    this.width = vectors[0].length;
    this.labels = answers.outputs();
    this.objective = answers.objective();
    this.program = Program.compile(manager, "linear");
    this.x = manager.zeros(new Shape(rows, width));
    var values = x.toByteBuffer(true).asFloatBuffer();
    for (float[] vector : vectors) {
      values.put(vector);
    }
    this.y = answers.array(manager);
  }

  /// Variables of the problem: `labels` rows of weights, each followed by its bias.
  double[] zero() {
    return new double[labels * (width + 1)];
  }

  /// @param start where to begin: [#zero()], or the result for a neighbouring strength
  double[] fit(double strength, double[] start, JobContext context) {
    double l2 = 1 / (strength * rows);
    return new Lbfgs(TOLERANCE, MAX_ITERATIONS)
        .minimize(
            (point, gradient) -> {
              context.checkCancelled();
              return evaluate(point, l2, gradient);
            },
            start);
  }

  double evaluate(double[] point, double l2, double[] gradient) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray w = scope.zeros(new Shape(labels, width + 1));
      var values = w.toByteBuffer(true).asFloatBuffer();
      for (double value : point) {
        values.put((float) value);
      }
      float[] result =
          program
              .infer(scope, objective, List.of(), x, y, w, scope.create((float) l2))
              .toFloatArray();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = result[i + 1];
      }
      return result[0];
    }
  }

  LinearHead head(double[] point) {
    float[][] weight = new float[labels][width];
    float[] bias = new float[labels];
    for (int k = 0; k < labels; k++) {
      for (int i = 0; i < width; i++) {
        weight[k][i] = (float) point[k * (width + 1) + i];
      }
      bias[k] = (float) point[k * (width + 1) + width];
    }
    return new LinearHead(weight, bias);
  }

  @Override
  public void close() {
    program.close();
    manager.close();
  }
}
