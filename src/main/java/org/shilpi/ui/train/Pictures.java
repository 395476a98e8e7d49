package org.shilpi.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shilpi.evaluate.Interval;
import org.shilpi.text.Messages;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingEvent.Epoch;
import org.shilpi.ui.control.Axis;
import org.shilpi.ui.control.Curve;
import org.shilpi.ui.control.CurveChart.Flag;
import org.shilpi.ui.control.CurveChart.Picture;
import org.shilpi.ui.control.CurvePoint;
import org.shilpi.ui.shell.Phrases;

/// The two pictures of a run: how wrong it is, and how many texts it gets right.
record Pictures(RunFacts run, RunHistory history, Messages words) {
  /// A smoother line than the steps', and few enough to draw at once.
  private static final int MOST_POINTS = 60;

  private static final int TEN = 10;

  /// Mean cross-entropy, on the texts it learns from and on those kept back.
  Picture loss() {
    List<CurvePoint> learning =
        history.learning(MOST_POINTS).stream().map(p -> CurvePoint.of(p[0], p[1])).toList();
    List<CurvePoint> keptBack =
        history.epochs().stream().map(e -> CurvePoint.of(e.epoch(), e.validationLoss())).toList();
    double most =
        Stream.concat(learning.stream(), keptBack.stream())
            .mapToDouble(CurvePoint::y)
            .max()
            .orElse(1);
    return new Picture(
        across(),
        Axis.upTo(0, most, "", ""),
        List.of(new Curve("", "learning", learning), new Curve("", "model", keptBack)),
        flag());
  }

  /// Right answers on the texts kept back, in percent, with the plain way beside them.
  Picture right() {
    List<CurvePoint> points = history.epochs().stream().map(this::right).toList();
    Optional<Double> plain = Optional.ofNullable(history.baselines().get("tfidf"));
    double least =
        Math.min(
            points.stream()
                .mapToDouble(p -> Double.isNaN(p.low()) ? p.y() : p.low())
                .min()
                .orElse(0),
            plain.map(share -> share * 100).orElse(100.0));
    Axis across = across();
    List<Curve> curves = new ArrayList<>();
    plain.ifPresent(share ->
        curves.add(
            Curve.level(
                words.of("window.train.plain", Phrases.percent(share)), share * 100, across)));
    curves.add(new Curve("", "model", points));
    double from = Math.clamp(Math.floor(least / TEN) * TEN, 0, 100 - TEN);
    return new Picture(across, new Axis(from, 100, "%", ""), curves, flag());
  }

  private CurvePoint right(Epoch epoch) {
    Interval interval = run.around(epoch.accuracy());
    return new CurvePoint(
        epoch.epoch(), epoch.accuracy() * 100, interval.low() * 100, interval.high() * 100);
  }

  private Axis across() {
    int planned = run.run().spec().epochs();
    boolean over = run.state() == RunState.DONE && !history.epochs().isEmpty();
    int passes = over ? history.epochs().getLast().epoch() : planned;
    return new Axis(0, Math.max(1, passes), "", words.of("window.train.passes-axis"));
  }

  private Optional<Flag> flag() {
    return history
        .best()
        .map(best ->
            new Flag(
                best.epoch(),
                words.of("window.train.best", Integer.toString(best.epoch())),
                history.memorising() ? words.of("window.train.memorising.field") : "",
                history.epochs().getLast().epoch()));
  }
}
