package org.shilpi.workflow.report;

import org.shilpi.evaluate.ClassScore;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Figures;

/// How each label fares.
public final class LabelTable {
  private LabelTable() {}

  public static String of(Evaluation evaluation, Words words) {
    Element head =
        Element.of("tr")
            .add(
                Element.text("th", words.of("report.label")),
                Element.text("th", words.of("report.label.texts"), "n"),
                Element.text("th", words.of("report.label.recall"), "n"),
                Element.text("th", words.of("report.label.interval"), "bar"),
                Element.text("th", words.of("report.label.precision"), "n"),
                Element.text("th", words.of("report.label.f1"), "n"),
                Element.text("th", words.of("report.label.alarms"), "n"),
                Element.text("th", words.of("report.label.missed"), "n"));
    Element body = Element.of("tbody");
    for (ClassScore score : evaluation.perClass()) {
      body.add(row(score, words));
    }
    return Element.of("section", "card")
        .add(
            Element.text("h2", words.of("report.labels")),
            Element.text("p", words.of("report.labels.how"), "note"),
            Element.of("div", "wide")
                .add(Element.of("table").add(Element.of("thead").add(head), body)))
        .toString();
  }

  private static Element row(ClassScore score, Words words) {
    boolean tested = score.support() > 0;
    Element range = Element.of("td", "bar");
    if (tested) {
      range.add(
          RangeBar.of(score.recall(), score.recallInterval(), 0, 1, "accent"),
          Element.text(
              "small",
              words.of(
                  "report.interval",
                  Figures.percent(score.recallInterval().low()),
                  Figures.percent(score.recallInterval().high()))));
    }
    return Element.of("tr")
        .add(
            Element.text("td", score.label()),
            figure(Figures.count(score.support())),
            figure(tested ? Figures.percent(score.recall()) : Figures.NONE),
            range,
            figure(Figures.percent(score.precision())),
            figure(Figures.percent(score.f1())),
            figure(Figures.percent(score.falsePositiveRate())),
            figure(Figures.percent(score.falseNegativeRate())));
  }

  private static Element figure(String text) {
    return Element.text("td", text, "n");
  }
}
