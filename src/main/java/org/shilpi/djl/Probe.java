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

  /// How a head is made.
  ///
  /// @param strength of the regression
  /// @param factor that its scores are multiplied by afterwards: what is held back strongly ranks
  ///   labels well where rows are few, but sounds less sure than it may, see [Temperature]
  record Choice(double strength, double factor) {}

  /// @param head fitted on all rows
  /// @param choice that made it: least loss of the held-out rows; without a factor where all of
  ///   them were answered rightly
  /// @param plain the strength of least loss where there is no factor
  /// @param score of the held-out rows under the choice
  /// @param held the rows that were held out
  /// @param scores what was said of them then, one row each
  record Fit(
      LinearHead head,
      Choice choice,
      double plain,
      Softmax.Score score,
      Answers held,
      float[][] scores) {}

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
    int plain = 0;
    Temperature.Best[] tempered = new Temperature.Best[STRENGTHS.length];
    double[] losses = new double[STRENGTHS.length];
    for (int s = 0; s < STRENGTHS.length; s++) {
      float[][] said = some(scores[s], asked);
      tempered[s] = Temperature.of(factor -> truth.loss(said, factor));
      losses[s] = truth.loss(said, 1);
      best = tempered[s].loss() < tempered[best].loss() ? s : best;
      plain = losses[s] < losses[plain] ? s : plain;
    }
    // Where no answer was wrong, nothing tells how sure is too sure: no factor is large enough.
    boolean told = truth.accuracy(some(scores[best], asked)) < 1;
    int chosen = told ? best : plain;
    Choice choice = new Choice(STRENGTHS[chosen], told ? tempered[best].factor() : 1);
    float[][] said = scaled(some(scores[chosen], asked), choice.factor);
    LinearHead head = at(choice, context);
    progress.accept(1);
    return new Fit(head, choice, STRENGTHS[plain], truth.score(said), truth, said);
  }

  /// A head made in this way on all rows.
  LinearHead at(Choice choice, JobContext context) throws IOException {
    return at(choice.strength, context).times(choice.factor);
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
