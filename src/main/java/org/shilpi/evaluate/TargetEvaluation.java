package org.shilpi.evaluate;

import java.util.List;
import java.util.Optional;
import org.shilpi.project.TaskKind;

/// How well a run found the labels of texts that may have any number of them, or the labeled parts
/// of texts. Always recomputed from stored predictions, by [TargetEvaluations].
///
/// @param task any number of labels, or labels on parts
/// @param n texts, at least 1
/// @param exactTexts texts with everything right and nothing too many
/// @param whole all labels together (micro average)
/// @param macroF1 plain mean of the labels' F1; of spans without the labels that nobody saw
/// @param weightedF1 mean of the labels' F1, weighted by how often people saw them
/// @param perLabel in the order of the labels
/// @param sets more about sets of labels; absent where parts are labeled
/// @param baselines simpler ways on the same texts, the best first
/// @param latency absent if no text was timed
public record TargetEvaluation(
    TaskKind task,
    int n,
    int exactTexts,
    Score whole,
    double macroF1,
    double weightedF1,
    List<LabelScore> perLabel,
    Optional<MultiLabel> sets,
    List<Baseline> baselines,
    Optional<Latency> latency)
    implements Assessment {

  /// All labels together.
  ///
  /// @param f1Interval 95 % of the values that other texts of the same kind would give, by drawing
  ///   these texts anew; where nothing is wrong, Wilson's interval of what was found
  public record Score(LabelScore counts, Interval f1Interval) {}

  /// @param name `majority`, `tfidf`, `dictionary` or `frozen`
  public record Baseline(String name, Score whole, double macroF1) {}

  public TargetEvaluation {
    perLabel = List.copyOf(perLabel);
    baselines = List.copyOf(baselines);
  }
}
