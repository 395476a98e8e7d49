package org.shilpi.ui.evaluate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shilpi.evaluate.ClassScore;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Figures;
import org.shilpi.evaluate.Interval;
import org.shilpi.evaluate.Latency;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.RangeBar;
import org.shilpi.ui.control.StatTile;
import org.shilpi.ui.shell.Phrases;

/// The numbers of an evaluation, one tile each.
record Tiles(Evaluation evaluation, Messages words) {
  private static final double SCALE_FROM = 0.5;

  /// Confidence that is off by less is as good as honest.
  private static final double HONEST = 0.05;

  List<StatTile> all() {
    List<StatTile> tiles = new ArrayList<>();
    tiles.add(right());
    evaluation.perClass().stream()
        .filter(label -> label.support() > 0)
        .min(Comparator.comparingDouble(ClassScore::recall))
        .ifPresent(label -> tiles.add(weakest(label)));
    tiles.add(
        rate(
            words.of("window.evaluate.alarms"),
            evaluation.falsePositiveRate(),
            evaluation.falsePositiveInterval(),
            says("window.evaluate.alarms.says", evaluation.falsePositiveRate())));
    tiles.add(
        rate(
            words.of("window.evaluate.missed"),
            evaluation.falseNegativeRate(),
            evaluation.falseNegativeInterval(),
            says("window.evaluate.missed.says", evaluation.falseNegativeRate())));
    evaluation.latency().ifPresent(time -> tiles.add(time(time, words)));
    tiles.add(confidence());
    return tiles;
  }

  private StatTile right() {
    double share = evaluation.accuracy();
    return new StatTile(
        words.of("window.evaluate.right"),
        percent(share),
        range(evaluation.accuracyInterval(), evaluation.n()),
        good(evaluation.accuracyInterval(), share),
        says("window.evaluate.right.says", share));
  }

  private StatTile weakest(ClassScore label) {
    long missed = Math.round(label.support() * label.falseNegativeRate());
    return new StatTile(
        words.of("window.evaluate.weakest"),
        percent(label.recall()),
        range(label.recallInterval(), label.support()),
        good(label.recallInterval(), label.recall()),
        words.of(
            "window.evaluate.weakest.says",
            label.label(),
            Figures.count(missed),
            Figures.count(label.support())));
  }

  static RangeBar good(Interval interval, double share) {
    double from = interval.low() < SCALE_FROM ? 0 : SCALE_FROM;
    return new RangeBar(from, 1, interval.low(), share, interval.high());
  }

  /// A share that should be small, on a scale that ends at a round number beyond it.
  private StatTile rate(String name, double share, Interval interval, String sentence) {
    double to = Math.clamp(Math.ceil(interval.high() * 12) / 10, 0.1, 1);
    RangeBar bar = new RangeBar(0, to, interval.low(), share, interval.high());
    bar.getStyleClass().add("warning");
    return new StatTile(name, percent(share), range(interval, evaluation.n()), bar, sentence);
  }

  static StatTile time(Latency time, Messages words) {
    RangeBar bar = new RangeBar(0, time.p95() * 1.25, time.p50(), time.p50(), time.p95());
    Duration thousand = Duration.ofMillis(Math.round(time.p50() * 1000));
    return new StatTile(
        words.of("window.evaluate.time"),
        words.of("window.evaluate.time.millis", Figures.millis(time.p50())),
        words.of("window.evaluate.time.range", Figures.millis(time.p95())),
        bar,
        words.of(
            "window.evaluate.time.says",
            Phrases.duration(words, thousand),
            Figures.count(time.samples())));
  }

  private StatTile confidence() {
    double off = evaluation.calibrationError();
    RangeBar bar = new RangeBar(0, Math.max(0.2, off), off, off, off);
    bar.getStyleClass().add(off < HONEST ? "success" : "warning");
    return new StatTile(
        words.of("window.evaluate.sure"),
        words.of("window.evaluate.sure.points", Figures.percent(off)),
        words.of("window.evaluate.sure.n", Figures.count(evaluation.n())),
        bar,
        words.of(
            "window.evaluate.sure.says",
            Figures.percent(evaluation.meanConfidence()),
            Figures.percent(evaluation.accuracy())));
  }

  private String says(String key, double share) {
    String[] outOf = Figures.outOf(share);
    return words.of(key, outOf[0], outOf[1]);
  }

  /// "88.9 to 94.0, on 440 texts".
  private String range(Interval interval, int n) {
    return words.of(
        "window.evaluate.range",
        Figures.percent(interval.low()),
        Figures.percent(interval.high()),
        n);
  }

  static String percent(double share) {
    return Figures.percent(share) + " %";
  }
}
