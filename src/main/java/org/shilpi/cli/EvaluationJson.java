package org.shilpi.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shilpi.evaluate.BaselineScore;
import org.shilpi.evaluate.ClassScore;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Interval;

/// An [Evaluation] as the JSON object that scripts read; shares are 0 to 1, undefined ones null.
final class EvaluationJson {
  private EvaluationJson() {}

  static Map<String, Object> of(long run, Evaluation evaluation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run);
    json.put("n", evaluation.n());
    put(json, "accuracy", evaluation.accuracy());
    json.put("accuracyInterval", interval(evaluation.accuracyInterval()));
    json.put("baselines", baselines(evaluation.baselines()));
    put(json, "macroF1", evaluation.macroF1());
    put(json, "falsePositiveRate", evaluation.falsePositiveRate());
    put(json, "falseNegativeRate", evaluation.falseNegativeRate());
    put(json, "logLoss", evaluation.logLoss());
    put(json, "brier", evaluation.brier());
    put(json, "calibrationError", evaluation.calibrationError());
    evaluation
        .latency()
        .ifPresent(
            latency -> json.put("latencyMs", Map.of("p50", latency.p50(), "p95", latency.p95())));
    json.put("labels", evaluation.labels());
    json.put("perClass", perClass(evaluation.perClass()));
    json.put("confusion", evaluation.confusion());
    return json;
  }

  private static Map<String, Object> baselines(List<BaselineScore> baselines) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (BaselineScore baseline : baselines) {
      Map<String, Object> one = new LinkedHashMap<>();
      put(one, "accuracy", baseline.accuracy());
      one.put("accuracyInterval", interval(baseline.interval()));
      put(one, "pValue", baseline.pValue());
      json.put(baseline.name(), one);
    }
    return json;
  }

  private static List<Object> perClass(List<ClassScore> scores) {
    List<Object> rows = new ArrayList<>();
    for (ClassScore score : scores) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("label", score.label());
      put(one, "precision", score.precision());
      put(one, "recall", score.recall());
      put(one, "f1", score.f1());
      one.put("support", score.support());
      put(one, "falsePositiveRate", score.falsePositiveRate());
      put(one, "falseNegativeRate", score.falseNegativeRate());
      rows.add(one);
    }
    return rows;
  }

  private static List<Double> interval(Interval interval) {
    return Arrays.asList(JsonNumbers.orNull(interval.low()), JsonNumbers.orNull(interval.high()));
  }

  private static void put(Map<String, Object> json, String name, double value) {
    json.put(name, JsonNumbers.orNull(value));
  }
}
