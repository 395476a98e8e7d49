package org.shilpi.workflow.report;

import java.util.Locale;
import org.shilpi.evaluate.BaselineScore;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Figures;
import org.shilpi.evaluate.Interval;

/// The run beside the simple ways, on one scale.
public final class Comparison {
  /// Differences that chance brings more often than this are none.
  private static final double SIGNIFICANT = 0.05;

  private Comparison() {}

  /// @param name what the run is called
  public static String of(Evaluation evaluation, String name, Words words) {
    double from = start(evaluation);
    Element card =
        Element.of("section", "card")
            .add(
                Element.text("h2", words.of("report.beside")),
                Element.text(
                    "p", words.of("report.beside.how", Element.number(100 * from), "100"), "note"));
    Element rows = Element.of("div", "ways");
    row(rows, name, evaluation.accuracy(), evaluation.accuracyInterval(), from, "accent", words);
    for (BaselineScore way : evaluation.baselines()) {
      row(
          rows,
          capital(words.of("baseline." + way.name())),
          way.accuracy(),
          way.interval(),
          from,
          "quiet",
          words);
    }
    card.add(rows);
    for (BaselineScore way : evaluation.baselines()) {
      card.add(Element.text("p", sentence(evaluation, way, words), "note"));
    }
    return card.toString();
  }

  /// The scale starts at a round number below all but the hopeless ways, so that the rest can be
  /// told apart.
  private static double start(Evaluation evaluation) {
    double lowest = evaluation.accuracyInterval().low();
    for (BaselineScore way : evaluation.baselines()) {
      if (!way.name().equals("majority")) {
        lowest = Math.min(lowest, way.interval().low());
      }
    }
    return Math.max(0, Math.floor(lowest * 20 - 0.5) / 20);
  }

  private static void row(
      Element rows,
      String name,
      double accuracy,
      Interval interval,
      double from,
      String tone,
      Words words) {
    rows.add(Element.text("span", name, tone));
    rows.add(
        interval.high() < from
            ? Element.text("span", words.of("report.beside.left"), "off")
            : RangeBar.of(accuracy, interval, from, 1, tone));
    rows.add(Element.text("span", Figures.percent(accuracy), "n"));
  }

  private static String capital(String text) {
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }

  private static String sentence(Evaluation evaluation, BaselineScore way, Words words) {
    String name = words.of("baseline." + way.name());
    String p = way.pValue() < 0.001 ? "< 0.001" : Figures.three(way.pValue());
    if (way.pValue() >= SIGNIFICANT) {
      return words.of("report.beside.same", name, p);
    }
    return evaluation.accuracy() > way.accuracy()
        ? words.of("report.beside.better", name, p)
        : words.of("report.beside.worse", name, p);
  }
}
