package org.shilpi.workflow.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shilpi.evaluate.Evaluation;

/// Texts of one label that were taken for another.
///
/// @param truth index of their label
/// @param answer index of the label they were given
/// @param count how many, at least 1
/// @param share of all texts that truly have the label, above 0
record Mistake(int truth, int answer, int count, double share) {

  /// All kinds of mistakes, the most common first.
  static List<Mistake> of(Evaluation evaluation) {
    List<Mistake> mistakes = new ArrayList<>();
    int[][] counts = evaluation.confusion();
    for (int truth = 0; truth < counts.length; truth++) {
      for (int answer = 0; answer < counts.length; answer++) {
        int count = counts[truth][answer];
        if (count > 0 && truth != answer) {
          int support = evaluation.perClass().get(truth).support();
          mistakes.add(new Mistake(truth, answer, count, (double) count / support));
        }
      }
    }
    mistakes.sort(
        Comparator.comparingInt(Mistake::count).thenComparingDouble(Mistake::share).reversed());
    return mistakes;
  }
}
