package org.shilpi.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.shilpi.evaluate.ClassScore;
import org.shilpi.evaluate.Interval;
import org.shilpi.evaluate.LabelScore;
import org.shilpi.evaluate.TargetEvaluation;
import org.shilpi.evaluate.Verdict;
import org.shilpi.project.TaskKind;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Comparison;
import org.shilpi.ui.evaluate.EvaluateViewModel.Judged;
import org.shilpi.ui.shell.Phrases;

/// Everything about an evaluated run whose texts have any number of labels, or labels on their
/// parts: verdict, tiles, comparison, table.
final class TargetJudgement extends VBox {
  TargetJudgement(
      Judged judged, TargetEvaluation evaluation, Optional<Judged> before, Messages words) {
    super(16);
    getChildren()
        .addAll(
            Banner.of(Verdict.of(evaluation), words),
            new TileGrid(new TargetTiles(evaluation, words).all()),
            beside(judged, evaluation, before, words),
            new LabelTable(
                evaluation.perLabel().stream().map(LabelScore::label).toList(),
                evaluation.perLabel().stream().map(score -> row(score, evaluation)).toList(),
                words));
  }

  /// Of parts of texts nobody can say how many could have been marked by mistake.
  private static ClassScore row(LabelScore score, TargetEvaluation evaluation) {
    int others = evaluation.n() - score.wanted();
    int alarms = score.found() - score.right();
    boolean counted = evaluation.task() == TaskKind.MULTILABEL && others > 0;
    return new ClassScore(
        score.label(),
        score.precision(),
        score.recall(),
        score.f1(),
        score.wanted(),
        counted ? (double) alarms / others : Double.NaN,
        score.wanted() == 0 ? Double.NaN : 1 - score.recall(),
        score.recallInterval(),
        score.precisionInterval(),
        Interval.wilson(counted ? alarms : 0, counted ? others : 0));
  }

  private static BesideCard beside(
      Judged judged, TargetEvaluation evaluation, Optional<Judged> before, Messages words) {
    List<Comparison.Row> rows = new ArrayList<>();
    String method = Phrases.method(words, judged.run().spec().method());
    rows.add(row(words.of("window.evaluate.this", method), evaluation.whole(), true));
    before.ifPresent(earlier -> {
      if (earlier.assessment().orElse(null) instanceof TargetEvaluation old) {
        String number = Long.toString(earlier.run().id());
        rows.add(row(words.of("window.evaluate.before", number), old.whole(), true));
      }
    });
    evaluation
        .baselines()
        .forEach(
            plain -> rows.add(row(words.of("baseline." + plain.name()), plain.whole(), false)));
    return new BesideCard(rows, "window.evaluate.target.scale", words);
  }

  private static Comparison.Row row(String name, TargetEvaluation.Score score, boolean ours) {
    Interval sure = score.f1Interval();
    return new Comparison.Row(name, sure.low(), score.counts().f1(), sure.high(), ours);
  }
}
