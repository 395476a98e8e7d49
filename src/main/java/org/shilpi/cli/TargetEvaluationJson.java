package org.shilpi.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilpi.evaluate.Interval;
import org.shilpi.evaluate.LabelScore;
import org.shilpi.evaluate.MultiLabel;
import org.shilpi.evaluate.TargetEvaluation;

/// A [TargetEvaluation] as the JSON object that scripts read; shares are 0 to 1, undefined ones
/// null.
final class TargetEvaluationJson {
  private TargetEvaluationJson() {}

  static Map<String, Object> of(long run, TargetEvaluation evaluation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run);
    json.put("task", evaluation.task().id());
    json.put("n", evaluation.n());
    json.put("exact", (double) evaluation.exactTexts() / evaluation.n());
    json.put("exactInterval", interval(Interval.wilson(evaluation.exactTexts(), evaluation.n())));
    json.put("micro", score(evaluation.whole()));
    json.put("macroF1", evaluation.macroF1());
    json.put("weightedF1", evaluation.weightedF1());
    evaluation.sets().ifPresent(sets -> put(json, sets));
    json.put("baselines", baselines(evaluation.baselines()));
    evaluation
        .latency()
        .ifPresent(
            latency -> json.put("latencyMs", Map.of("p50", latency.p50(), "p95", latency.p95())));
    List<Object> perLabel = new ArrayList<>();
    evaluation.perLabel().forEach(score -> perLabel.add(label(score)));
    json.put("perLabel", perLabel);
    return json;
  }

  private static void put(Map<String, Object> json, MultiLabel sets) {
    json.put("hammingLoss", sets.hammingLoss());
    json.put("samplesF1", sets.samplesF1());
    json.put("jaccard", sets.jaccard());
  }

  private static Map<String, Object> baselines(List<TargetEvaluation.Baseline> baselines) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (TargetEvaluation.Baseline baseline : baselines) {
      Map<String, Object> one = score(baseline.whole());
      one.put("macroF1", baseline.macroF1());
      json.put(baseline.name(), one);
    }
    return json;
  }

  private static Map<String, Object> score(TargetEvaluation.Score score) {
    Map<String, Object> json = figures(score.counts());
    json.put("f1Interval", interval(score.f1Interval()));
    return json;
  }

  private static Map<String, Object> label(LabelScore score) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("label", score.label());
    json.putAll(figures(score));
    return json;
  }

  private static Map<String, Object> figures(LabelScore score) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("precision", score.precision());
    json.put("precisionInterval", interval(score.precisionInterval()));
    json.put("recall", score.recall());
    json.put("recallInterval", interval(score.recallInterval()));
    json.put("f1", score.f1());
    json.put("support", score.wanted());
    json.put("found", score.found());
    json.put("right", score.right());
    return json;
  }

  private static List<@Nullable Double> interval(Interval interval) {
    return Arrays.asList(JsonNumbers.orNull(interval.low()), JsonNumbers.orNull(interval.high()));
  }
}
