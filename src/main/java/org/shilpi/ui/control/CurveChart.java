package org.shilpi.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/// A few curves over one axis: level grid lines, named lines, interval bands, and a flag at the
/// best point. Drawn from style classes, so that it follows the theme; jumps to new values.
public final class CurveChart extends Region {
  private static final double LEFT = 46;
  private static final double RIGHT = 14;
  private static final double TOP = 14;
  private static final double BELOW = 24;
  private static final int MOST_POINTS = 800;

  /// What a chart shows.
  ///
  /// @param best where the flag stands
  public record Picture(Axis across, Axis up, List<Curve> curves, Optional<Flag> best) {
    public Picture {
      curves = List.copyOf(curves);
    }
  }

  /// The best point so far.
  ///
  /// @param words on the flag ("best: pass 4")
  /// @param afterwards what the field after it is called ("memorising"); empty for no field
  /// @param until where the field ends
  public record Flag(double x, String words, String afterwards, double until) {}

  private Optional<Picture> picture = Optional.empty();

  public CurveChart() {
    getStyleClass().add("curve-chart");
    setMinSize(160, 120);
    setPrefSize(320, 240);
    widthProperty().addListener(change -> draw());
    heightProperty().addListener(change -> draw());
  }

  public void show(Picture newPicture) {
    picture = Optional.of(newPicture);
    draw();
  }

  private void draw() {
    getChildren().clear();
    if (picture.isPresent() && getWidth() > LEFT + RIGHT && getHeight() > TOP + BELOW) {
      Picture shown = picture.get();
      grid(shown);
      shown.best().ifPresent(flag -> afterwards(shown, flag));
      List<Curve> thinned = shown.curves().stream().map(c -> c.thinned(MOST_POINTS)).toList();
      thinned.forEach(curve -> band(shown, curve));
      thinned.forEach(curve -> line(shown, curve));
      names(shown, thinned);
      shown.best().ifPresent(flag -> flag(shown, flag));
    }
  }

  private void grid(Picture shown) {
    List<Double> up = shown.up().ticks();
    for (double tick : up) {
      double y = y(shown, tick);
      boolean ground = tick == up.getFirst() && y > bottom(shown) - 1;
      getChildren().add(styled(new Line(LEFT, y, right(), y), ground ? "axis" : "grid"));
      box(shown.up().say(tick, tick == up.getLast()), 0, y - 9, LEFT - 8, Pos.CENTER_RIGHT, "tick");
    }
    double floor = bottom(shown);
    getChildren().add(styled(new Line(LEFT, floor, right(), floor), "axis"));
    for (double tick : shown.across().ticks()) {
      double x = x(shown, tick);
      getChildren().add(styled(new Line(x, floor, x, floor + 4), "axis"));
      box(shown.across().say(tick, false), x - 40, floor + 5, 80, Pos.CENTER, "tick");
    }
    if (!shown.across().caption().isEmpty()) {
      box(shown.across().caption(), LEFT, floor + 21, right() - LEFT, Pos.CENTER_RIGHT, "name");
    }
  }

  private void band(Picture shown, Curve curve) {
    List<CurvePoint> points = curve.points().stream().filter(CurvePoint::banded).toList();
    if (points.size() > 1) {
      Polygon band = new Polygon();
      points.forEach(p -> band.getPoints().addAll(x(shown, p.x()), y(shown, p.high())));
      points.reversed().forEach(p -> band.getPoints().addAll(x(shown, p.x()), y(shown, p.low())));
      getChildren().add(styled(band, "band"));
    }
  }

  private void line(Picture shown, Curve curve) {
    Polyline line = new Polyline();
    curve.points().forEach(p -> line.getPoints().addAll(x(shown, p.x()), y(shown, p.y())));
    line.getStyleClass().addAll("curve", curve.styleClass());
    add(line);
    if (curve.points().size() == 1) {
      CurvePoint only = curve.points().getFirst();
      getChildren().add(styled(new Circle(x(shown, only.x()), y(shown, only.y()), 4), "dot"));
    }
  }

  /// Names stand above the end of their line, level lines' names below it; none on top of another.
  private void names(Picture shown, List<Curve> curves) {
    List<Double> taken = new ArrayList<>();
    for (Curve curve : curves) {
      if (curve.name().isEmpty() || curve.points().isEmpty()) {
        continue;
      }
      CurvePoint end = curve.points().getLast();
      boolean level = "baseline".equals(curve.styleClass());
      double y = y(shown, end.y()) + (level ? 2 : -22);
      while (near(taken, y)) {
        y += 16;
      }
      taken.add(y);
      double edge = Math.max(LEFT + 120, x(shown, end.x()));
      box(curve.name(), edge - 220, y, 218, Pos.CENTER_RIGHT, "name");
    }
  }

  private static boolean near(List<Double> taken, double y) {
    return taken.stream().anyMatch(other -> Math.abs(other - y) < 15);
  }

  private void afterwards(Picture shown, Flag flag) {
    double x = x(shown, flag.x());
    double until = x(shown, flag.until());
    if (!flag.afterwards().isEmpty() && until > x + 2) {
      Region field = new Region();
      field.getStyleClass().add("memorising");
      add(field);
      field.resizeRelocate(x, TOP, until - x, bottom(shown) - TOP);
      box(flag.afterwards(), x + 6, TOP + 2, right() - x, Pos.CENTER_LEFT, "memorising-name");
    }
  }

  private void flag(Picture shown, Flag flag) {
    double x = x(shown, flag.x());
    getChildren().add(styled(new Line(x, TOP, x, bottom(shown)), "best-line"));
    boolean roomAtLeft = x > LEFT + 110;
    if (roomAtLeft) {
      box(flag.words(), x - 204, TOP - 4, 200, Pos.CENTER_RIGHT, "best-flag");
    } else {
      box(flag.words(), x + 4, TOP - 4, 200, Pos.CENTER_LEFT, "best-flag");
    }
  }

  private void box(String words, double x, double y, double width, Pos side, String styleClass) {
    Label label = new Label(words);
    label.getStyleClass().add(styleClass);
    StackPane box = new StackPane(label);
    box.setAlignment(side);
    add(box);
    box.resizeRelocate(x, y, width, 18);
  }

  private void add(Node node) {
    node.setManaged(false);
    getChildren().add(node);
  }

  private static Node styled(Node node, String styleClass) {
    node.getStyleClass().add(styleClass);
    node.setManaged(false);
    return node;
  }

  private double right() {
    return getWidth() - RIGHT;
  }

  private double bottom(Picture shown) {
    return getHeight() - BELOW - (shown.across().caption().isEmpty() ? 0 : 16);
  }

  private double x(Picture shown, double value) {
    double share = Math.clamp(shown.across().place(value), 0, 1);
    return Math.round(LEFT + share * (right() - LEFT)) + 0.5;
  }

  private double y(Picture shown, double value) {
    double share = Math.clamp(shown.up().place(value), 0, 1);
    return Math.round(bottom(shown) - share * (bottom(shown) - TOP)) + 0.5;
  }
}
