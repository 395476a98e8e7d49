package org.shilpi.djl;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.DoubleConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.shilpi.job.JobContext;

/// A linear head on frozen vectors, its regularisation chosen by stratified cross-validation.
final class Probe {
  /// From strong to weak regularisation, in the sense of [LogisticRegression], for vectors of mean
  /// squared length 1.
  static final double[] STRENGTHS = {0.3, 1, 3, 10, 30, 100, 300};

  /// @param head fitted on all rows
  /// @param strength the chosen one: least loss of the held-out rows
  /// @param score of the held-out rows under the chosen strength
  /// @param held the rows that were held out
  /// @param scores what was said of them then, one row each
  record Fit(
      LinearHead head, double strength, Softmax.Score score, Answers held, float[][] scores) {}

  private final float[][] vectors;
  private final Answers answers;
  private final double length;

  /// @param vectors one a row, of any length
  Probe(float[][] vectors, Answers answers) {
    this.length = length(vectors);
    this.vectors = scaled(vectors, 1 / length);
    this.answers = answers;
  }

  private static int parts(int rows) {
    return Math.min(rows, rows > 2_000 ? 3 : 5);
  }

  /// How many parts of the rows are held out, one after the other.
  static int heldOut(int rows) {
    return rows > 20_000 ? 1 : parts(rows);
  }

  /// Every row is held out once, except where there are so many that one part tells enough.
  ///
  /// @param progress share of the work done, 0 to 1
  Fit fit(long seed, JobContext context, DoubleConsumer progress) throws IOException {
    int rows = vectors.length;
    int[] part = answers.deal(parts(rows), seed);
    int held = Math.min(heldOut(rows), (int) Arrays.stream(part).distinct().count());
    float[][][] scores = new float[STRENGTHS.length][rows][];
    for (int fold = 0; fold < held; fold++) {
      int without = fold;
      int[] asked = rows(i -> part[i] == without);
      try (LogisticRegression regression = regression(rows(i -> part[i] != without))) {
        double[] point = regression.zero();
        for (int s = 0; s < STRENGTHS.length; s++) {
          point = regression.fit(STRENGTHS[s], point, context);
          LinearHead head = regression.head(point);
          for (int row : asked) {
            scores[s][row] = head.scores(vectors[row]);
          }
          progress.accept((fold * STRENGTHS.length + s + 1.0) / ((held + 1) * STRENGTHS.length));
        }
      }
    }
    int[] asked = rows(i -> part[i] < held);
    Answers truth = answers.part(asked);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s < STRENGTHS.length; s++) {
      double loss = truth.loss(some(scores[s], asked), 1);
      if (loss < least) {
        least = loss;
        best = s;
      }
    }
    float[][] said = some(scores[best], asked);
    LinearHead head = at(STRENGTHS[best], context);
    progress.accept(1);
    return new Fit(head, STRENGTHS[best], truth.score(said), truth, said);
  }

  /// A head of this strength on all rows, or of the smallest that is tried.
  LinearHead at(double strength, JobContext context) throws IOException {
    try (LogisticRegression regression = regression(rows(i -> true))) {
      double[] point = regression.fit(STRENGTHS[0], regression.zero(), context);
      for (int s = 1; s < STRENGTHS.length && STRENGTHS[s] <= strength; s++) {
        point = regression.fit(STRENGTHS[s], point, context);
      }
      LinearHead unit = regression.head(point);
      return new LinearHead(scaled(unit.weight(), 1 / length), unit.bias());
    }
  }

  private LogisticRegression regression(int[] rows) throws IOException {
    return new LogisticRegression(some(vectors, rows), answers.part(rows));
  }

  private static float[][] some(float[][] all, int[] rows) {
    return Arrays.stream(rows).mapToObj(i -> all[i]).toArray(float[][]::new);
  }

  private int[] rows(IntPredicate wanted) {
    return IntStream.range(0, vectors.length).filter(wanted).toArray();
  }

  /// Root of the mean squared length.
  static double length(float[][] vectors) {
    double sum = 0;
    for (float[] vector : vectors) {
      for (float value : vector) {
        sum += (double) value * value;
      }
    }
    return sum == 0 ? 1 : Math.sqrt(sum / vectors.length);
  }

  static float[][] scaled(float[][] vectors, double factor) {
    return Arrays.stream(vectors)
        .map(vector -> {
          float[] result = new float[vector.length];
          for (int i = 0; i < result.length; i++) {
            result[i] = (float) (vector[i] * factor);
          }
          return result;
        })
        .toArray(float[][]::new);
  }
}
