package org.shilpi.workflow.report;

import java.util.List;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Figures;

/// What is taken for what: a heat map, or, with more labels than a page can hold, the most common
/// mistakes.
public final class ConfusionMap {
  private static final int MOST_LABELS = 20;
  private static final int MOST_PAIRS = 20;
  private static final int LONGEST = 22;
  private static final double ROW = 34;
  private static final double WIDTH = 926;

  private final Evaluation evaluation;
  private final Words words;
  private final List<Mistake> mistakes;

  private ConfusionMap(Evaluation evaluation, Words words) {
    this.evaluation = evaluation;
    this.words = words;
    this.mistakes = Mistake.of(evaluation);
  }

  public static String of(Evaluation evaluation, Words words) {
    return new ConfusionMap(evaluation, words).card().toString();
  }

  private Element card() {
    boolean small = evaluation.labels().size() <= MOST_LABELS;
    Element card =
        Element.of("section", "card").add(Element.text("h2", words.of("report.confusion")));
    if (small) {
      card.add(Element.text("p", words.of("report.confusion.how"), "note"), map());
    }
    if (mistakes.isEmpty()) {
      return card.add(Element.text("p", words.of("report.confusion.none"), "well"));
    }
    return card.add(small ? most() : pairs());
  }

  private String label(int index) {
    return evaluation.labels().get(index);
  }

  private Element most() {
    Mistake first = mistakes.getFirst();
    return Element.text(
        "p",
        words.of(
            "report.confusion.most",
            Figures.count(first.count()),
            label(first.truth()),
            label(first.answer())),
        "well");
  }

  private Element map() {
    int labels = evaluation.labels().size();
    double left = 170;
    double column = Math.clamp((WIDTH - left - 5 * longest()) / labels, 30, 104);
    double top = 34 + 4.5 * longest();
    Element map = Svg.drawing(WIDTH, top + labels * ROW + 4, words.of("report.confusion"));
    for (int k = 0; k < labels; k++) {
      double x = left + (k + 0.5) * column;
      map.add(
          Svg.label(0, 0, "start", Svg.shortened(label(k), LONGEST))
              .with(
                  "transform",
                  "translate(%s %s) rotate(-38)"
                      .formatted(Element.number(x), Element.number(top - 8))),
          Svg.label(left - 10, top + (k + 0.62) * ROW, "end", Svg.shortened(label(k), 22), "m"));
    }
    for (int truth = 0; truth < labels; truth++) {
      for (int answer = 0; answer < labels; answer++) {
        map.add(cell(truth, answer, left + answer * column, top + truth * ROW, column));
      }
    }
    return map;
  }

  /// Characters of the longest label above a column.
  private int longest() {
    return evaluation.labels().stream()
        .mapToInt(label -> Math.min(LONGEST, label.length()))
        .max()
        .orElse(0);
  }

  private Element cell(int truth, int answer, double x, double y, double column) {
    int count = evaluation.confusion()[truth][answer];
    int support = evaluation.perClass().get(truth).support();
    Element cell = Element.of("g");
    Element box = Svg.box(x + 1, y + 1, column - 2, ROW - 2, "cell");
    if (count == 0) {
      return cell.add(box);
    }
    double share = (double) count / support;
    boolean right = truth == answer;
    // Even a single mistake among hundreds must show, and a poor diagonal must look pale.
    double strength = right ? 0.35 + 0.65 * share : 0.15 + 0.6 * Math.sqrt(share);
    box.with("class", right ? "right" : "wrong").with("fill-opacity", strength);
    cell.add(
        Element.text(
            "title",
            words.of(
                "report.confusion.cell",
                Figures.count(count),
                Figures.count(support),
                label(truth),
                label(answer))),
        Svg.box(x + 1, y + 1, column - 2, ROW - 2, "cell"),
        box,
        Svg.label(
            x + column / 2,
            y + ROW / 2 + 4.5,
            "middle",
            Figures.count(count),
            right ? (strength > 0.6 ? "on" : "b") : "f"));
    return cell;
  }

  private Element pairs() {
    Element table =
        Element.of("table")
            .add(
                Element.of("tr")
                    .add(
                        Element.text("th", words.of("report.pairs.truth")),
                        Element.text("th", words.of("report.pairs.answer")),
                        Element.text("th", words.of("report.pairs.count"), "n"),
                        Element.text("th", words.of("report.pairs.share"), "n")));
    for (Mistake mistake : mistakes.subList(0, Math.min(MOST_PAIRS, mistakes.size()))) {
      table.add(
          Element.of("tr")
              .add(
                  Element.text("td", label(mistake.truth())),
                  Element.text("td", label(mistake.answer())),
                  Element.text("td", Figures.count(mistake.count()), "n"),
                  Element.text("td", Figures.percent(mistake.share()), "n")));
    }
    int all = mistakes.stream().mapToInt(Mistake::count).sum();
    int shown = mistakes.stream().limit(MOST_PAIRS).mapToInt(Mistake::count).sum();
    return Element.of("div")
        .add(
            Element.text(
                "p",
                words.of("report.pairs.how", Figures.count(shown), Figures.count(all)),
                "note"),
            Element.of("div", "wide").add(table));
  }
}
