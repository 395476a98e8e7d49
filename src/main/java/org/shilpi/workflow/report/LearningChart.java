package org.shilpi.workflow.report;

import java.util.ArrayList;
import java.util.List;
import org.shilpi.evaluate.Figures;
import org.shilpi.train.TrainingEvent;

/// How the loss went down while the run learned, on its own texts and on those kept back.
public final class LearningChart {
  private static final double WIDTH = 926;
  private static final double HEIGHT = 260;
  private static final double LEFT = 44;
  private static final double BOTTOM = 34;

  /// More points than this a reader cannot tell apart.
  private static final int MOST_POINTS = 220;

  private record Point(double x, double y) {}

  private final List<Point> steps = new ArrayList<>();
  private final List<Point> training = new ArrayList<>();
  private final List<Point> validation = new ArrayList<>();
  private final Words words;
  private Point best = new Point(Double.NaN, Double.NaN);
  private double accuracy = Double.NaN;

  private LearningChart(List<TrainingEvent> events, Words words) {
    this.words = words;
    for (TrainingEvent event : events) {
      if (event instanceof TrainingEvent.Step step) {
        steps.add(new Point(step.epoch(), step.loss()));
      } else if (event instanceof TrainingEvent.Epoch epoch) {
        training.add(new Point(epoch.epoch(), epoch.trainLoss()));
        validation.add(new Point(epoch.epoch(), epoch.validationLoss()));
        if (epoch.best()) {
          best = validation.getLast();
          accuracy = epoch.accuracy();
        }
      }
    }
  }

  public static String of(List<TrainingEvent> events, Words words) {
    LearningChart chart = new LearningChart(events, words);
    Element card =
        Element.of("section", "card").add(Element.text("h2", words.of("report.learning")));
    // A single pass without steps is a fit in closed form: there is nothing to draw.
    return (chart.steps.size() + chart.validation.size() < 3
            ? card.add(Element.text("p", words.of("report.learning.none"), "note"))
            : card.add(chart.note(), chart.drawing()))
        .toString();
  }

  private Element note() {
    String text =
        Double.isNaN(best.x)
            ? words.of("report.learning.how")
            : words.of("report.learning.how")
                + " "
                + words.of(
                    "report.learning.best", Element.number(best.x), Figures.percent(accuracy));
    return Element.text("p", text, "note");
  }

  private Element drawing() {
    double most = 0;
    double end = 0;
    for (Point point : steps) {
      end = Math.max(end, point.x);
    }
    for (List<Point> line : List.of(thinned(steps), training, validation)) {
      for (Point point : line) {
        most = Math.max(most, point.y);
        end = Math.max(end, point.x);
      }
    }
    double tick = step(most);
    double top = Math.max(tick, Math.ceil(most / tick) * tick);
    Element chart = Svg.drawing(WIDTH, HEIGHT, words.of("report.learning"));
    for (double y = 0; y <= top + tick / 2; y += tick) {
      double at = y(y, top);
      chart.add(
          Svg.line(LEFT, at, WIDTH - 8, at, "grid"),
          Svg.label(LEFT - 8, at + 4, "end", Element.number(y)));
    }
    double pass = Math.max(1, step(end));
    for (double x = 0; x <= end + 1e-9; x += pass) {
      chart.add(Svg.label(x(x, end), HEIGHT - BOTTOM + 18, "middle", Element.number(x)));
    }
    chart.add(
        Svg.label(WIDTH - 8, HEIGHT - 2, "end", words.of("report.learning.passes"), "m"),
        line(thinned(steps), end, top, "steps"),
        line(training, end, top, "train"),
        line(validation, end, top, "valid"));
    if (!Double.isNaN(best.x)) {
      chart.add(
          Element.of("circle", "best")
              .with("cx", x(best.x, end))
              .with("cy", y(best.y, top))
              .with("r", 5));
    }
    return Element.of("div").add(legend(), chart);
  }

  private Element legend() {
    Element legend = Element.of("p", "legend");
    if (!steps.isEmpty()) {
      legend.add(Element.text("span", words.of("report.learning.steps"), "steps"));
    }
    return legend.add(
        Element.text("span", words.of("report.learning.train"), "train"),
        Element.text("span", words.of("report.learning.valid"), "valid"));
  }

  private static double x(double value, double end) {
    return LEFT + (WIDTH - 8 - LEFT) * value / end;
  }

  private static double y(double value, double top) {
    return 8 + (HEIGHT - BOTTOM - 8) * (1 - value / top);
  }

  private static Element line(List<Point> points, double end, double top, String style) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(Element.number(x(point.x, end)))
          .append(' ')
          .append(Element.number(y(point.y, top)));
    }
    return Element.of("path", style).with("d", path.toString());
  }

  /// Neighbouring points are averaged until few enough are left.
  private static List<Point> thinned(List<Point> points) {
    int size = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
    List<Point> thin = new ArrayList<>();
    for (int start = 0; start < points.size(); start += Math.max(1, size)) {
      List<Point> group = points.subList(start, Math.min(points.size(), start + size));
      thin.add(
          new Point(
              group.stream().mapToDouble(Point::x).average().orElseThrow(),
              group.stream().mapToDouble(Point::y).average().orElseThrow()));
    }
    return thin;
  }

  /// A round distance of ticks: 1, 2 or 5 times a power of ten, five to ten ticks in all.
  private static double step(double range) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(range, 1e-9))));
    double share = range / power;
    return share > 5 ? power : share > 2 ? power / 2 : power / 5;
  }
}
