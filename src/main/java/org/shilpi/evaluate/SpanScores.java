package org.shilpi.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.shilpi.data.Span;

/// How well spans were found in texts, see [LabelScore].
///
/// @param all over the spans of all labels
/// @param perLabel in the order of the labels
/// @param texts how many there were
/// @param exactTexts texts with all their spans right and none too many
public record SpanScores(LabelScore all, List<LabelScore> perLabel, int texts, int exactTexts) {
  public SpanScores {
    perLabel = List.copyOf(perLabel);
  }

  /// @param labels names in the order of the spans' indices
  /// @param wanted the spans that people marked in each text
  /// @param found the spans that a model marked in each text
  public static SpanScores of(
      List<String> labels, List<List<Span>> wanted, List<List<Span>> found) {
    if (wanted.size() != found.size()) {
      throw new IllegalArgumentException(
          wanted.size() + " texts with marks, " + found.size() + " with answers");
    }
    int[] right = new int[labels.size()];
    int[] said = new int[labels.size()];
    int[] asked = new int[labels.size()];
    int exact = 0;
    for (int i = 0; i < wanted.size(); i++) {
      Set<Span> marks = new HashSet<>(wanted.get(i));
      Set<Span> answers = new HashSet<>(found.get(i));
      exact += marks.equals(answers) ? 1 : 0;
      marks.forEach(span -> asked[span.label()]++);
      for (Span span : answers) {
        said[span.label()]++;
        right[span.label()] += marks.contains(span) ? 1 : 0;
      }
    }
    List<LabelScore> perLabel = new ArrayList<>();
    for (int k = 0; k < labels.size(); k++) {
      perLabel.add(new LabelScore(labels.get(k), right[k], said[k], asked[k]));
    }
    LabelScore all =
        new LabelScore(
            "",
            perLabel.stream().mapToInt(LabelScore::right).sum(),
            perLabel.stream().mapToInt(LabelScore::found).sum(),
            perLabel.stream().mapToInt(LabelScore::wanted).sum());
    return new SpanScores(all, perLabel, wanted.size(), exact);
  }

  /// Plain mean over the labels that were marked or found anywhere; 0 if none was.
  public double macro(ToDoubleFunction<LabelScore> rate) {
    return perLabel.stream()
        .filter(score -> score.found() + score.wanted() > 0)
        .mapToDouble(rate)
        .average()
        .orElse(0);
  }

  /// Mean over the labels, weighed by how many spans people marked; 0 if there are none.
  public double weighted(ToDoubleFunction<LabelScore> rate) {
    double sum = 0;
    for (LabelScore score : perLabel) {
      sum += rate.applyAsDouble(score) * score.wanted();
    }
    return all.wanted() == 0 ? 0 : sum / all.wanted();
  }
}
