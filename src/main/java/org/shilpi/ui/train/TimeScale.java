package org.shilpi.ui.train;

import java.time.Duration;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.train.Forecast.Range;
import org.shilpi.ui.control.RangeBar;

/// How long a run will take, on a scale of logarithms that all depths share: five seconds to ten
/// hours.
final class TimeScale extends VBox {
  private static final List<Duration> MARKS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(10));
  private static final double FROM = Math.log(MARKS.getFirst().toSeconds());
  private static final double TO = Math.log(MARKS.getLast().toSeconds());

  private final RangeBar bar = new RangeBar(FROM, TO, FROM, FROM, FROM);

  TimeScale(Messages words) {
    super(2);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setVisible(false);
    getChildren().addAll(bar, new Marks(words));
  }

  /// @param seconds above 0
  void show(Range seconds, String spoken) {
    bar.show(log(seconds.low()), log(seconds.likely()), log(seconds.high()));
    bar.setAccessibleText(spoken);
    bar.setVisible(true);
  }

  private static double log(double seconds) {
    return Math.log(Math.max(1, seconds));
  }

  /// The marks' words, each under its place, the outer ones flush with the ends.
  private static final class Marks extends Pane {
    Marks(Messages words) {
      setMinHeight(USE_PREF_SIZE);
      for (Duration mark : MARKS) {
        Label label = new Label(name(mark, words));
        label.getStyleClass().addAll("text-caption", "text-subtle");
        getChildren().add(label);
      }
    }

    private static String name(Duration mark, Messages words) {
      if (mark.toHours() > 0) {
        return words.of("window.time.hours.whole", Long.toString(mark.toHours()));
      }
      return mark.toMinutes() > 0
          ? words.of("window.time.minutes", Long.toString(mark.toMinutes()))
          : words.of("window.time.seconds", Long.toString(mark.toSeconds()));
    }

    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      for (int i = 0; i < MARKS.size(); i++) {
        Label label = (Label) getChildren().get(i);
        double at = (Math.log(MARKS.get(i).toSeconds()) - FROM) / (TO - FROM) * getWidth();
        double left = at - label.getWidth() / 2;
        label.relocate(Math.clamp(left, 0, Math.max(0, getWidth() - label.getWidth())), 0);
      }
    }
  }
}
