package org.shilpi.ui.control;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Shares with their intervals on one scale, one below the other: name, range bar, number.
public final class Comparison extends GridPane {
  /// How far below the first a share may lie and still be drawn, 0 to 1.
  private static final double FARTHEST = 0.3;

  private static final double STEP = 0.05;

  /// One share, 0 to 1.
  ///
  /// @param ours whether it comes from a model of this project, else from something plain
  public record Row(String name, double low, double share, double high, boolean ours) {
    private String spoken() {
      return String.format(
          Locale.ENGLISH, "%s: %.1f %%, %.1f – %.1f", name, share * 100, low * 100, high * 100);
    }
  }

  private final double from;
  private final double to;

  /// @param rows the first is what the others are compared with
  /// @param beyond said in place of a bar that lies far to the left of the scale
  public Comparison(List<Row> rows, String beyond) {
    super(16, 9);
    getStyleClass().add("comparison");
    double least = rows.getFirst().share() - FARTHEST;
    List<Row> drawn = rows.stream().filter(row -> row.share() >= least).toList();
    from = down(drawn.stream().mapToDouble(Row::low).min().orElse(0));
    to = up(drawn.stream().mapToDouble(Row::high).max().orElse(1));
    ColumnConstraints bars = new ColumnConstraints();
    bars.setHgrow(Priority.ALWAYS);
    ColumnConstraints numbers = new ColumnConstraints();
    numbers.setHalignment(HPos.RIGHT);
    getColumnConstraints().addAll(new ColumnConstraints(), bars, numbers);
    for (int i = 0; i < rows.size(); i++) {
      add(rows.get(i), i, drawn.contains(rows.get(i)), beyond);
    }
  }

  /// Left end of the scale, 0 to 1.
  public double from() {
    return from;
  }

  /// Right end of the scale, 0 to 1.
  public double to() {
    return to;
  }

  private void add(Row row, int line, boolean drawn, String beyond) {
    Label name =
        styled(row.name(), "text-small", line == 0 && row.ours() ? "text-bold" : "text-muted");
    name.setMinWidth(USE_PREF_SIZE);
    Label number = styled(String.format(Locale.ENGLISH, "%.1f", row.share() * 100), "text-bold");
    number.setMinWidth(USE_PREF_SIZE);
    number.setAccessibleText(row.spoken());
    add(name, 0, line);
    add(number, 2, line);
    if (drawn) {
      RangeBar bar = new RangeBar(from, to, row.low(), row.share(), row.high());
      bar.setAccessibleText(row.spoken());
      if (!row.ours()) {
        bar.getStyleClass().add("neutral");
      }
      add(bar, 1, line);
    } else {
      add(styled(beyond, "text-caption", "text-subtle"), 1, line);
    }
  }

  private static Label styled(String words, String... styles) {
    Label label = new Label(words);
    label.getStyleClass().addAll(styles);
    return label;
  }

  private static double down(double share) {
    return Math.max(0, Math.floor(share / STEP + 1e-9) * STEP);
  }

  private static double up(double share) {
    return Math.min(1, Math.ceil(share / STEP - 1e-9) * STEP);
  }
}
