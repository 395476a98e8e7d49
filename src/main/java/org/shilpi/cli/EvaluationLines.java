package org.shilpi.cli;

import org.shilpi.evaluate.Assessment;
import org.shilpi.evaluate.BaselineScore;
import org.shilpi.evaluate.ClassScore;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Interval;
import org.shilpi.evaluate.LabelScore;
import org.shilpi.evaluate.TargetEvaluation;

/// Tells an evaluation in words and a table.
record EvaluationLines(Terminal terminal) {
  void tell(long run, Assessment found) {
    switch (found) {
      case Evaluation evaluation -> single(run, evaluation);
      case TargetEvaluation evaluation -> several(run, evaluation);
    }
  }

  private void single(long run, Evaluation evaluation) {
    terminal.say(
        "cli.evaluate.accuracy",
        String.valueOf(run),
        Figures.percent(evaluation.accuracy()),
        Figures.percent(evaluation.accuracyInterval().low()),
        Figures.percent(evaluation.accuracyInterval().high()),
        String.valueOf(evaluation.n()));
    for (BaselineScore baseline : evaluation.baselines()) {
      baseline(baseline.name(), baseline.accuracy(), baseline.interval());
    }
    latency(evaluation);
    terminal.say("cli.evaluate.head");
    for (ClassScore score : evaluation.perClass()) {
      row(score.precision(), score.recall(), score.f1(), score.support(), score.label());
    }
  }

  private void several(long run, TargetEvaluation evaluation) {
    TargetEvaluation.Score whole = evaluation.whole();
    terminal.say(
        "cli.evaluate.f1",
        String.valueOf(run),
        Figures.percent(whole.counts().f1()),
        Figures.percent(whole.f1Interval().low()),
        Figures.percent(whole.f1Interval().high()),
        Figures.percent(evaluation.macroF1()),
        Figures.percent((double) evaluation.exactTexts() / evaluation.n()),
        String.valueOf(evaluation.n()));
    for (TargetEvaluation.Baseline baseline : evaluation.baselines()) {
      baseline(baseline.name(), baseline.whole().counts().f1(), baseline.whole().f1Interval());
    }
    latency(evaluation);
    terminal.say("cli.evaluate.head");
    for (LabelScore score : evaluation.perLabel()) {
      row(score.precision(), score.recall(), score.f1(), score.wanted(), score.label());
    }
  }

  private void baseline(String name, double share, Interval interval) {
    terminal.say(
        "cli.evaluate.baseline",
        terminal.messages().of("baseline." + name),
        Figures.percent(share),
        Figures.percent(interval.low()),
        Figures.percent(interval.high()));
  }

  private void latency(Assessment found) {
    found
        .latency()
        .ifPresent(latency ->
            terminal.say(
                "cli.evaluate.latency",
                Figures.seconds(latency.p50()),
                Figures.seconds(latency.p95())));
  }

  private void row(double precision, double recall, double f1, int support, String label) {
    terminal.line(
        String.format(
            "%10s %10s %10s %8d  %s",
            Figures.percent(precision),
            Figures.percent(recall),
            Figures.percent(f1),
            support,
            label));
  }
}
