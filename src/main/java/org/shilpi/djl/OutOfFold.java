package org.shilpi.djl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.shilpi.job.JobContext;

/// Linear heads on frozen vectors, each asked only about texts that it did not learn from.
///
/// The texts are dealt into five parts; a head that learned from four is asked about the fifth. The
/// strength of regularisation that serves the first part best serves for all.
final class OutOfFold {
  private static final int PARTS = 5;

  /// Shares of the texts outside of the first part that the curve is measured at.
  private static final double[] SHARES = {1 / 16.0, 1 / 8.0, 1 / 4.0, 1 / 2.0, 1};

  /// @param probabilities one row a text, one column a label
  /// @param sizes how many texts were learned from, rising
  /// @param hits right answers then, among the texts of the first part
  /// @param tested texts in the first part
  record Result(float[][] probabilities, int[] sizes, int[] hits, int tested) {}

  private final float[][] vectors;
  private final int[] labels;
  private final int classes;
  private final int[] part;
  private final long seed;

  /// @param vectors one a text
  /// @param labels of the texts
  /// @param families texts with the same number come into the same part
  OutOfFold(float[][] vectors, int[] labels, int[] families, int classes, long seed) {
    this.vectors = Probe.scaled(vectors, 1 / Probe.length(vectors));
    this.labels = labels;
    this.classes = classes;
    this.seed = seed;
    this.part = Folds.stratified(labels, classes, PARTS, seed);
    int[] first = new int[Arrays.stream(families).max().orElse(0) + 1];
    Arrays.fill(first, -1);
    for (int row = 0; row < part.length; row++) {
      if (first[families[row]] < 0) {
        first[families[row]] = row;
      }
      part[row] = part[first[families[row]]];
    }
  }

  /// @param progress share of the work done, 0 to 1
  Result run(JobContext context, DoubleConsumer progress) throws IOException {
    float[][] probabilities = new float[labels.length][];
    double strength = strength(probabilities, context);
    progress.accept(0.3);
    int[] asked = rows(row -> part[row] == 0);
    int[] rest = shuffled(rows(row -> part[row] != 0));
    int[] sizes = new int[SHARES.length];
    int[] hits = new int[SHARES.length];
    for (int i = 0; i < SHARES.length; i++) {
      int[] some = nested(rest, SHARES[i]);
      sizes[i] = some.length;
      LinearHead head = head(some, strength, context);
      for (int row : asked) {
        hits[i] += Softmax.best(head.scores(vectors[row])) == labels[row] ? 1 : 0;
      }
      progress.accept(0.3 + 0.2 * (i + 1) / SHARES.length);
    }
    for (int fold = 1; fold < PARTS; fold++) {
      int without = fold;
      LinearHead head = head(rows(row -> part[row] != without), strength, context);
      ask(head, rows(row -> part[row] == without), probabilities);
      progress.accept(0.5 + 0.5 * fold / (PARTS - 1));
    }
    return new Result(probabilities, sizes, hits, asked.length);
  }

  /// Fills in the first part's probabilities on the way.
  private double strength(float[][] probabilities, JobContext context) throws IOException {
    int[] asked = rows(row -> part[row] == 0);
    int[] rest = rows(row -> part[row] != 0);
    double best = Probe.STRENGTHS[0];
    double least = Double.POSITIVE_INFINITY;
    try (LogisticRegression regression = regression(rest)) {
      double[] point = regression.zero();
      for (double strength : Probe.STRENGTHS) {
        point = regression.fit(strength, point, context);
        LinearHead head = regression.head(point);
        double loss = 0;
        for (int row : asked) {
          loss += Softmax.loss(head.scores(vectors[row]), labels[row]);
        }
        if (loss >= least) {
          break;
        }
        least = loss;
        best = strength;
        ask(head, asked, probabilities);
      }
    }
    return best;
  }

  private void ask(LinearHead head, int[] rows, float[][] probabilities) {
    for (int row : rows) {
      probabilities[row] = Softmax.probabilities(head.scores(vectors[row]));
    }
  }

  private LinearHead head(int[] rows, double strength, JobContext context) throws IOException {
    try (LogisticRegression regression = regression(rows)) {
      return regression.head(regression.fit(strength, regression.zero(), context));
    }
  }

  private LogisticRegression regression(int[] rows) throws IOException {
    return new LogisticRegression(
        Arrays.stream(rows).mapToObj(row -> vectors[row]).toArray(float[][]::new),
        new Answers.One(Arrays.stream(rows).map(row -> labels[row]).toArray(), classes));
  }

  /// The same share of every label; a larger share holds the smaller one's texts.
  private int[] nested(int[] rows, double share) {
    int[] whole = new int[classes];
    int[] taken = new int[classes];
    for (int row : rows) {
      whole[labels[row]]++;
    }
    return Arrays.stream(rows)
        .filter(row -> taken[labels[row]]++ < Math.ceil(share * whole[labels[row]]))
        .toArray();
  }

  // Their order in the data may mean something.
  private int[] shuffled(int[] rows) {
    List<Integer> line = new ArrayList<>(Arrays.stream(rows).boxed().toList());
    Collections.shuffle(line, new Random(seed));
    return line.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] rows(IntPredicate wanted) {
    return IntStream.range(0, labels.length).filter(wanted).toArray();
  }
}
