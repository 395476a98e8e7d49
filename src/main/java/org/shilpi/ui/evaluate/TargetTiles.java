package org.shilpi.ui.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shilpi.evaluate.Figures;
import org.shilpi.evaluate.Interval;
import org.shilpi.evaluate.LabelScore;
import org.shilpi.evaluate.TargetEvaluation;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.StatTile;

/// The numbers of an evaluation whose texts have any number of labels, or labels on their parts.
record TargetTiles(TargetEvaluation evaluation, Messages words) {
  List<StatTile> all() {
    LabelScore whole = evaluation.whole().counts();
    List<StatTile> tiles = new ArrayList<>();
    tiles.add(
        tile(
            "window.evaluate.target.f1",
            whole.f1(),
            evaluation.whole().f1Interval(),
            words.of("window.evaluate.target.on-texts", evaluation.n()),
            words.of("window.evaluate.target.f1.says")));
    tiles.add(
        tile(
            "window.evaluate.target.found",
            whole.recall(),
            whole.recallInterval(),
            words.of("window.evaluate.target.of-labels", whole.wanted()),
            words.of(
                "window.evaluate.target.found.says",
                Figures.count(whole.wanted() - whole.right()),
                Figures.count(whole.wanted()))));
    tiles.add(
        tile(
            "window.evaluate.target.right",
            whole.precision(),
            whole.precisionInterval(),
            words.of("window.evaluate.target.of-labels", whole.found()),
            words.of(
                "window.evaluate.target.right.says",
                Figures.count(whole.found() - whole.right()),
                Figures.count(whole.found()))));
    tiles.add(exact());
    evaluation.perLabel().stream()
        .filter(label -> label.wanted() > 0)
        .min(Comparator.comparingDouble(LabelScore::recall))
        .ifPresent(label -> tiles.add(weakest(label)));
    evaluation.latency().ifPresent(time -> tiles.add(Tiles.time(time, words)));
    return tiles;
  }

  private StatTile exact() {
    double share = (double) evaluation.exactTexts() / evaluation.n();
    String[] outOf = Figures.outOf(share);
    return tile(
        "window.evaluate.target.exact",
        share,
        Interval.wilson(evaluation.exactTexts(), evaluation.n()),
        words.of("window.evaluate.target.on-texts", evaluation.n()),
        words.of("window.evaluate.target.exact.says", outOf[0], outOf[1]));
  }

  private StatTile weakest(LabelScore label) {
    return tile(
        "window.evaluate.weakest",
        label.recall(),
        label.recallInterval(),
        words.of("window.evaluate.target.of-labels", label.wanted()),
        words.of(
            "window.evaluate.weakest.says",
            label.label(),
            Figures.count(label.wanted() - label.right()),
            Figures.count(label.wanted())));
  }

  /// @param counted what the share is of, in words
  private StatTile tile(
      String name, double share, Interval interval, String counted, String sentence) {
    String range =
        words.of(
            "window.evaluate.target.range",
            Figures.percent(interval.low()),
            Figures.percent(interval.high()),
            counted);
    return new StatTile(
        words.of(name), Tiles.percent(share), range, Tiles.good(interval, share), sentence);
  }
}
