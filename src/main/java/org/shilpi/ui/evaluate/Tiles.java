package org.shilpi.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.shilpi.evaluate.ClassScore;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Interval;
import org.shilpi.evaluate.Latency;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.RangeBar;
import org.shilpi.ui.control.StatTile;

/// The numbers of an evaluation, one tile each.
record Tiles(Evaluation evaluation, Messages words) {
  private static final double SCALE_FROM = 0.5;

  List<StatTile> all() {
    List<StatTile> tiles = new ArrayList<>();
    tiles.add(right());
    Trust.of(evaluation).weakest().ifPresent(label -> tiles.add(weakest(label)));
    tiles.add(
        rate(
            words.of("window.evaluate.alarms"),
            evaluation.falsePositiveRate(),
            evaluation.falsePositiveInterval(),
            words.of(
                "window.evaluate.alarms.says",
                TrustBanner.ofHundred(evaluation.falsePositiveRate()))));
    tiles.add(
        rate(
            words.of("window.evaluate.missed"),
            evaluation.falseNegativeRate(),
            evaluation.falseNegativeInterval(),
            words.of(
                "window.evaluate.missed.says",
                TrustBanner.ofHundred(evaluation.falseNegativeRate()))));
    evaluation.latency().ifPresent(time -> tiles.add(time(time)));
    tiles.add(confidence());
    return tiles;
  }

  private StatTile right() {
    double share = evaluation.accuracy();
    return new StatTile(
        words.of("window.evaluate.right"),
        Figures.percent(share),
        Figures.range(words, evaluation.accuracyInterval(), evaluation.n()),
        good(evaluation.accuracyInterval(), share),
        words.of("window.evaluate.right.says", TrustBanner.ofHundred(share)));
  }

  private StatTile weakest(ClassScore label) {
    int missed = (int) Math.round(label.support() * (1 - label.recall()));
    return new StatTile(
        words.of("window.evaluate.weakest.title", label.label()),
        Figures.percent(label.recall()),
        Figures.range(words, label.recallInterval(), label.support()),
        good(label.recallInterval(), label.recall()),
        words.of("window.evaluate.weakest.says", missed, label.support()));
  }

  private static RangeBar good(Interval interval, double share) {
    double from = interval.low() < SCALE_FROM ? 0 : SCALE_FROM;
    return new RangeBar(from, 1, interval.low(), share, interval.high());
  }

  /// A share that should be small, on a scale that ends at the next round number.
  private StatTile rate(String name, double share, Interval interval, String sentence) {
    double to = Math.min(1, Math.max(0.1, Math.ceil(interval.high() * 10) / 10));
    RangeBar bar = new RangeBar(0, to, interval.low(), share, interval.high());
    bar.getStyleClass().add("warning");
    return new StatTile(
        name,
        Figures.percent(share),
        Figures.range(words, interval, evaluation.n()),
        bar,
        sentence);
  }

  private StatTile time(Latency time) {
    RangeBar bar = new RangeBar(0, time.p95() * 1.25, time.p50(), time.p50(), time.p95());
    return new StatTile(
        words.of("window.evaluate.time"),
        Figures.millis(time.p50()),
        words.of("window.evaluate.time.range", Figures.millis(time.p95()), time.samples()),
        bar,
        words.of("window.evaluate.time.says", Figures.millis(time.p50() * 1000)));
  }

  private StatTile confidence() {
    double off = evaluation.calibrationError();
    RangeBar bar = new RangeBar(0, Math.max(0.2, off), off, off, off);
    bar.getStyleClass().add(off < 0.05 ? "success" : "warning");
    return new StatTile(
        words.of("window.evaluate.sure"),
        words.of("window.evaluate.sure.points", Figures.points(off)),
        words.of("window.evaluate.sure.n", evaluation.n()),
        bar,
        words.of(
            "window.evaluate.sure.says",
            TrustBanner.ofHundred(evaluation.meanConfidence()),
            TrustBanner.ofHundred(evaluation.accuracy())));
  }
}
