package org.shilpi.ui.data.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.shilpi.quality.Finding;
import org.shilpi.quality.Picture;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Axis;
import org.shilpi.ui.control.Curve;
import org.shilpi.ui.control.CurveChart;
import org.shilpi.ui.control.CurvePoint;
import org.shilpi.ui.control.SideBySide;
import org.shilpi.ui.control.WordText;

/// Whether there are enough labels: the learning curve, and what it says in plain words.
final class EnoughCard extends VBox {
  private static final double WORDS = 250;
  private static final double NARROW = 560;
  private static final double HEIGHT = 230;

  EnoughCard(Finding finding, Picture.Curve curve, Messages words) {
    super(10);
    getStyleClass().add("card");
    setId("enough");
    Label title = new Label(words.of("window.quality.enough"));
    title.getStyleClass().add("title-4");
    CurveChart chart = new CurveChart();
    chart.setPrefHeight(HEIGHT);
    chart.setMinHeight(HEIGHT);
    chart.show(picture(curve, words));
    int known = curve.scores().size();
    double now = curve.fitted().get(known - 1);
    long gain = points(curve.fitted().get(known) - now);
    VBox told =
        new VBox(
            8,
            new WordText(words.of("window.quality.enough.gain", gain), "text-bold"),
            new WordText(new FindingWords(words).why(finding), "text-small", "text-muted"),
            new WordText(
                words.of(
                    gain > 0 ? "window.quality.enough.rising" : "window.quality.enough.flat",
                    points(curve.fitted().get(known + 1) - now)),
                "text-small",
                "text-muted"));
    told.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, new SideBySide(chart, told, WORDS, NARROW));
  }

  private static CurveChart.Picture picture(Picture.Curve curve, Messages words) {
    List<Integer> sizes = curve.sizes();
    int known = curve.scores().size();
    List<CurvePoint> fitted = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      fitted.add(
          new CurvePoint(
              sizes.get(i),
              100 * curve.fitted().get(i),
              100 * curve.low().get(i),
              100 * curve.high().get(i)));
    }
    List<Curve> curves = new ArrayList<>();
    curves.add(new Curve("", "model", fitted));
    for (int i = 0; i < known; i++) {
      curves.add(
          new Curve(
              "", "model", List.of(CurvePoint.of(sizes.get(i), 100 * curve.scores().get(i)))));
    }
    double least = curve.low().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    Axis up = new Axis(Math.clamp(Math.floor(10 * least) * 10, 0, 90), 100, "%", "");
    Axis across = Axis.upTo(0, sizes.getLast(), "", words.of("window.quality.enough.axis"));
    return new CurveChart.Picture(
        across,
        up,
        curves,
        Optional.of(
            new CurveChart.Flag(
                sizes.get(known - 1),
                words.of(
                    "window.quality.enough.now",
                    String.format(Locale.ENGLISH, "%,d", sizes.get(known - 1))),
                "",
                0)));
  }

  private static long points(double share) {
    return Math.round(100 * share);
  }
}
