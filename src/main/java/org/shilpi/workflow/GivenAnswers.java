package org.shilpi.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Span;
import org.shilpi.data.Target;
import org.shilpi.evaluate.MultiLabel;
import org.shilpi.project.TaskKind;
import org.shilpi.store.PredictionStore;
import org.shilpi.store.TargetPredictionStore;
import org.shilpi.store.TargetPredictionStore.Answered;
import org.shilpi.train.FoundSpan;
import org.shilpi.train.Scores;

/// The scores of a run's texts on their way into the store, with the labels in the snapshot's order
/// rather than the run's.
record GivenAnswers(List<String> labels, List<LabeledText> texts, Scores scores) {
  /// How probable a label must be where a baseline may give any number.
  private static final float HALF = 0.5f;

  /// Of texts with one label each.
  PredictionStore.Answers single() {
    Map<String, float[][]> baselines = new LinkedHashMap<>();
    scores.baselines().forEach((name, rows) -> baselines.put(name, ordered(rows)));
    return new PredictionStore.Answers(
        labels,
        examples(),
        texts.stream().mapToInt(LabeledText::label).toArray(),
        ordered(scores.probabilities()),
        baselines,
        scores.latencyMillis());
  }

  /// Of texts with any number of labels, or with labels on their parts.
  TargetPredictionStore.Answers several() {
    Map<String, List<Answered>> answers = new LinkedHashMap<>();
    if (texts.getFirst().target().task() == TaskKind.SPANS) {
      answers.put(TargetPredictionStore.MODEL, spans(scores.spans()));
      scores.spanBaselines().forEach((name, found) -> answers.put(name, spans(found)));
    } else {
      float[][] own = ordered(scores.probabilities());
      answers.put(TargetPredictionStore.MODEL, sets(own, thresholds()));
      scores.baselines().forEach((name, rows) -> answers.put(name, sets(ordered(rows), halves())));
    }
    return new TargetPredictionStore.Answers(
        labels,
        examples(),
        texts.stream().map(LabeledText::target).toList(),
        answers,
        scores.latencyMillis());
  }

  private long[] examples() {
    return texts.stream().mapToLong(LabeledText::id).toArray();
  }

  private int[] order() {
    return scores.labels().stream().mapToInt(labels::indexOf).toArray();
  }

  // A label that the run never learned has no column: its probability is 0.
  private float[][] ordered(float[][] rows) {
    int[] order = order();
    float[][] ordered = new float[rows.length][labels.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < order.length; j++) {
        ordered[i][order[j]] = rows[i][j];
      }
    }
    return ordered;
  }

  // A label that the run never learned is never given.
  private float[] thresholds() {
    float[] thresholds = new float[labels.size()];
    Arrays.fill(thresholds, Float.POSITIVE_INFINITY);
    int[] order = order();
    for (int j = 0; j < order.length; j++) {
      thresholds[order[j]] = scores.thresholds()[j];
    }
    return thresholds;
  }

  private float[] halves() {
    float[] halves = new float[labels.size()];
    Arrays.fill(halves, HALF);
    return halves;
  }

  private static List<Answered> sets(float[][] rows, float[] thresholds) {
    boolean[][] given = MultiLabel.answered(rows, thresholds);
    List<Answered> answers = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      List<Integer> some = new ArrayList<>();
      for (int k = 0; k < thresholds.length; k++) {
        if (given[i][k]) {
          some.add(k);
        }
      }
      answers.add(new Answered(new Target.Many(some), rows[i]));
    }
    return answers;
  }

  private List<Answered> spans(List<List<FoundSpan>> texts) {
    int[] order = order();
    List<Answered> answers = new ArrayList<>();
    for (List<FoundSpan> found : texts) {
      List<Span> spans = new ArrayList<>();
      float[] sure = new float[found.size()];
      for (FoundSpan one : found) {
        Span span = one.span();
        sure[spans.size()] = one.confidence();
        spans.add(new Span(span.start(), span.end(), order[span.label()]));
      }
      answers.add(new Answered(new Target.Spans(spans), sure));
    }
    return answers;
  }
}
