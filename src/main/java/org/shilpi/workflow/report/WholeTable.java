package org.shilpi.workflow.report;

import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Figures;

/// Single numbers for the whole, for those who know them, each with a sentence for those who don't.
public final class WholeTable {
  private WholeTable() {}

  public static String of(Evaluation evaluation, Words words) {
    Element table = Element.of("table", "facts");
    row(
        table,
        words.of("report.whole.macro"),
        evaluation.macroF1(),
        words.of("report.whole.macro.plain"));
    row(
        table,
        words.of("report.whole.weighted"),
        evaluation.weightedF1(),
        words.of("report.whole.weighted.plain"));
    row(
        table,
        words.of("report.whole.balanced"),
        evaluation.balancedAccuracy(),
        words.of("report.whole.balanced.plain"));
    row(
        table,
        words.of("report.whole.top3"),
        evaluation.top3(),
        words.of("report.whole.top3.plain"));
    row(table, words.of("report.whole.mcc"), evaluation.mcc(), words.of("report.whole.mcc.plain"));
    row(
        table,
        words.of("report.whole.kappa"),
        evaluation.kappa(),
        words.of("report.whole.kappa.plain"));
    row(
        table,
        words.of("report.whole.loss"),
        evaluation.logLoss(),
        words.of("report.whole.loss.plain"));
    row(
        table,
        words.of("report.whole.brier"),
        evaluation.brier(),
        words.of("report.whole.brier.plain"));
    row(
        table,
        words.of("report.whole.ece"),
        evaluation.calibrationError(),
        words.of("report.whole.ece.plain"));
    return Element.of("section", "card")
        .add(Element.text("h2", words.of("report.whole")), Element.of("div", "wide").add(table))
        .toString();
  }

  private static void row(Element table, String name, double value, String plain) {
    table.add(
        Element.of("tr")
            .add(
                Element.text("th", name),
                Element.text("td", Figures.three(value), "n"),
                Element.text("td", plain)));
  }
}
