package org.shilpi.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// How probable a label must be to be given, where a text may have any number of labels.
///
/// One half is right for probabilities that are, but few rare labels get past it. So two other ways
/// are tried on texts the model did not learn from: one threshold for all labels, and one for each,
/// both where F1 is best. Each is set on some of the texts and checked on the rest; the way with
/// the best micro F1 wins, the simplest of equals.
///
/// @param way `half`, `shared`, `each`, or empty where the task knows no thresholds
/// @param values one a label, or none
record Thresholds(String way, float[] values) {
  private static final int PARTS = 5;
  private static final float HALF = 0.5f;
  private static final Thresholds NONE = new Thresholds("", new float[0]);

  private record Way(String name, Function<int[], float[]> choice) {}

  /// @param truth of texts that the model did not learn from
  /// @param scores label scores (logits), one row a text
  static Thresholds of(Answers truth, float[][] scores, long seed) {
    if (!(truth instanceof Answers.Many(boolean[][] labels, int outputs))) {
      return NONE;
    }
    float[][] probabilities =
        Arrays.stream(scores).map(Sigmoid::probabilities).toArray(float[][]::new);
    int[] part = Folds.byRarest(labels, outputs, PARTS, seed);
    Way best = null;
    double score = -1;
    for (Way way : ways(probabilities, labels, outputs)) {
      double next = checked(way, probabilities, labels, part);
      if (best == null || next > score) {
        score = next;
        best = way;
      }
    }
    int[] all = IntStream.range(0, labels.length).toArray();
    return best == null ? NONE : new Thresholds(best.name, best.choice.apply(all));
  }

  /// For the provenance.
  Map<String, String> facts() {
    return values.length == 0 ? Map.of() : Map.of("thresholds", way);
  }

  private static List<Way> ways(float[][] probabilities, boolean[][] truth, int labels) {
    return List.of(
        new Way("half", rows -> filled(labels, HALF)),
        new Way("shared", rows -> filled(labels, best(probabilities, truth, rows, 0, labels))),
        new Way(
            "each",
            rows -> {
              float[] each = new float[labels];
              for (int k = 0; k < labels; k++) {
                each[k] = best(probabilities, truth, rows, k, k + 1);
              }
              return each;
            }));
  }

  /// Micro F1 where each part of the texts is answered with what the others chose.
  private static double checked(Way way, float[][] probabilities, boolean[][] truth, int[] part) {
    long both = 0;
    long sides = 0;
    for (int p = 0; p < PARTS; p++) {
      int out = p;
      int[] known = IntStream.range(0, part.length).filter(i -> part[i] != out).toArray();
      float[] thresholds = way.choice.apply(known);
      for (int i = 0; i < part.length; i++) {
        for (int k = 0; part[i] == out && k < thresholds.length; k++) {
          boolean said = probabilities[i][k] >= thresholds[k];
          both += said && truth[i][k] ? 1 : 0;
          sides += (said ? 1 : 0) + (truth[i][k] ? 1 : 0);
        }
      }
    }
    return sides == 0 ? 1 : 2.0 * both / sides;
  }

  private record Case(float probability, boolean truth) {}

  /// Between the two neighbours where F1 is best; one half where no case is true.
  private static float best(
      float[][] probabilities, boolean[][] truth, int[] rows, int from, int to) {
    List<Case> cases = new ArrayList<>();
    for (int i : rows) {
      for (int k = from; k < to; k++) {
        cases.add(new Case(probabilities[i][k], truth[i][k]));
      }
    }
    cases.sort(Comparator.comparingDouble(Case::probability).reversed());
    long wanted = cases.stream().filter(Case::truth).count();
    float threshold = HALF;
    double most = 0;
    int right = 0;
    for (int n = 0; n < cases.size(); n++) {
      right += cases.get(n).truth ? 1 : 0;
      float here = cases.get(n).probability;
      float next = n + 1 < cases.size() ? cases.get(n + 1).probability : 0;
      double f1 = 2.0 * right / (n + 1 + wanted);
      if (f1 > most && next < here) {
        most = f1;
        threshold = (here + next) / 2;
      }
    }
    return threshold;
  }

  private static float[] filled(int labels, float value) {
    float[] filled = new float[labels];
    Arrays.fill(filled, value);
    return filled;
  }
}
