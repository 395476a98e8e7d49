package org.shilpi.workflow.report;

import java.util.Comparator;
import java.util.Optional;
import org.shilpi.evaluate.ClassScore;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Figures;
import org.shilpi.evaluate.Interval;
import org.shilpi.evaluate.Latency;

/// The handful of numbers that answer most questions, each with its interval, what it was counted
/// on, and a plain sentence.
public final class Tiles {
  private final Evaluation evaluation;
  private final Words words;

  private Tiles(Evaluation evaluation, Words words) {
    this.evaluation = evaluation;
    this.words = words;
  }

  public static String of(Evaluation evaluation, Words words) {
    return new Tiles(evaluation, words).all();
  }

  private String all() {
    Element tiles = Element.of("section", "tiles");
    tiles.add(accuracy());
    hardest().ifPresent(score -> tiles.add(hardest(score)));
    tiles.add(alarms(), missed(), confidence());
    evaluation.latency().ifPresent(latency -> tiles.add(time(latency)));
    return tiles.toString();
  }

  private Element accuracy() {
    String[] right = Figures.outOf(evaluation.accuracy());
    return share(
        words.of("report.tile.accuracy"),
        evaluation.accuracy(),
        evaluation.accuracyInterval(),
        words.of("report.tile.on", Figures.count(evaluation.n())),
        words.of("report.tile.accuracy.plain", right[0], right[1]),
        "accent");
  }

  private Optional<ClassScore> hardest() {
    return evaluation.perClass().stream()
        .filter(score -> score.support() > 0)
        .min(Comparator.comparingDouble(ClassScore::recall));
  }

  private Element hardest(ClassScore score) {
    String[] missed = Figures.outOf(score.falseNegativeRate());
    return share(
        words.of("report.tile.hardest", score.label()),
        score.recall(),
        score.recallInterval(),
        words.of("report.tile.on", Figures.count(score.support())),
        words.of("report.tile.hardest.plain", missed[0], missed[1]),
        "good");
  }

  private Element alarms() {
    String[] wrong = Figures.outOf(evaluation.falsePositiveRate());
    return share(
        words.of("report.tile.alarms"),
        evaluation.falsePositiveRate(),
        evaluation.falsePositiveInterval(),
        words.of("report.tile.mean"),
        words.of("report.tile.alarms.plain", wrong[0], wrong[1]),
        "warn");
  }

  private Element missed() {
    String[] missed = Figures.outOf(evaluation.falseNegativeRate());
    return share(
        words.of("report.tile.missed"),
        evaluation.falseNegativeRate(),
        evaluation.falseNegativeInterval(),
        words.of("report.tile.mean"),
        words.of("report.tile.missed.plain", missed[0], missed[1]),
        "warn");
  }

  /// How sure it says it is stands against how often it is right.
  private Element confidence() {
    double sure = evaluation.meanConfidence();
    Interval right = evaluation.accuracyInterval();
    String key =
        sure > right.high()
            ? "report.tile.confidence.over"
            : sure < right.low() ? "report.tile.confidence.under" : "report.tile.confidence.fits";
    return tile(
        words.of("report.tile.confidence"),
        words.of("report.tile.points", Figures.percent(evaluation.calibrationError())),
        words.of(
            "report.tile.confidence.says",
            Figures.percent(sure),
            Figures.percent(right.low()),
            Figures.percent(right.high())),
        RangeBar.of(sure, right, 0, 1, "accent"),
        "100 %",
        words.of(key));
  }

  private Element time(Latency latency) {
    double scale = Math.ceil(latency.p95() * 0.12) * 10;
    return tile(
        words.of("report.tile.time"),
        words.of("report.tile.millis", Figures.millis(latency.p50())),
        words.of(
            "report.tile.time.most",
            Figures.millis(latency.p95()),
            Figures.count(latency.samples())),
        RangeBar.of(latency.p50(), new Interval(latency.p50(), latency.p95()), 0, scale, "accent"),
        words.of("report.tile.millis", Figures.millis(scale)),
        words.of("report.tile.time.plain", Figures.count(rounded(60_000 / latency.p50()))));
  }

  private Element share(
      String name, double value, Interval interval, String on, String plain, String tone) {
    // Rare mistakes would all crowd at the left end of a scale to 100 %.
    double scale =
        tone.equals("warn") ? Math.clamp(Math.ceil(interval.high() * 20) / 10, 0.1, 1) : 1;
    return tile(
        name,
        Figures.percent(value) + " %",
        words.of(
                "report.interval",
                Figures.percent(interval.low()),
                Figures.percent(interval.high()))
            + ", "
            + on,
        RangeBar.of(value, interval, 0, scale, tone),
        Element.number(100 * scale) + " %",
        plain);
  }

  /// To two digits, at least 1.
  private static long rounded(double value) {
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(value)) - 1));
    return Math.max(1, Math.round(value / unit) * (long) unit);
  }

  private static Element tile(
      String name, String value, String on, Element bar, String end, String plain) {
    return Element.of("div", "card", "tile")
        .add(
            Element.text("h3", name),
            Element.text("strong", value),
            Element.text("small", on),
            bar,
            Element.of("div", "ends").add(Element.text("span", "0"), Element.text("span", end)),
            Element.text("p", plain));
  }
}
