package org.shilpi.ui.data.quality;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shilpi.quality.Picture;
import org.shilpi.ui.control.CountBar;
import org.shilpi.ui.control.LabelColour;
import org.shilpi.ui.control.LabelTag;

/// The small picture beside a finding: what it is, seen at a glance.
final class FindingPicture extends StackPane {
  static final double WIDTH = 150;
  private static final double HEIGHT = 36;
  private static final int MOST_BARS = 3;

  /// Of a bar that no label's colour names, such as a language's.
  private static final double NAME = 42;

  /// @param labels of the project, in order: a label's place is its colour
  FindingPicture(Picture picture, List<String> labels) {
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    switch (picture) {
      case Picture.None() -> {}
      case Picture.Pair(String left, String right) -> getChildren().add(pair(left, right, labels));
      case Picture.Share(long part, long whole) -> getChildren().add(share(part, whole));
      case Picture.Bars(Map<String, Long> counts) -> getChildren().add(bars(counts, labels));
      case Picture.Histogram(List<Long> counts, int width, int limit) ->
          getChildren().add(new Steps(counts, limit / Math.max(1, width)));
      // It has a card of its own.
      case Picture.Curve curve -> {}
    }
  }

  private static Node pair(String left, String right, List<String> labels) {
    Region line = new Region();
    line.getStyleClass().add("finding-leak");
    HBox.setHgrow(line, Priority.ALWAYS);
    HBox pair = new HBox(4, side(left, labels), line, side(right, labels));
    pair.setAlignment(Pos.CENTER_LEFT);
    return pair;
  }

  private static Node side(String name, List<String> labels) {
    int place = labels.indexOf(name);
    Label side = place < 0 ? new Label(name) : new LabelTag(name, place);
    if (place < 0) {
      side.getStyleClass().add("finding-part");
    }
    side.setMinWidth(30);
    side.setMaxWidth(66);
    return side;
  }

  private static Node share(long part, long whole) {
    CountBar bar = new CountBar(whole == 0 ? 0 : (double) part / whole);
    bar.getStyleClass().add("finding-share");
    bar.setMinWidth(WIDTH - 20);
    Label figures = caption(String.format(Locale.ENGLISH, "%,d / %,d", part, whole));
    VBox box = new VBox(4, bar, figures);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static Node bars(Map<String, Long> counts, List<String> labels) {
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
    VBox box = new VBox(3);
    box.setAlignment(Pos.CENTER_LEFT);
    counts.entrySet().stream()
        .limit(MOST_BARS)
        .forEach(count -> {
          CountBar bar = new CountBar((double) count.getValue() / Math.max(1, most));
          int place = labels.indexOf(count.getKey());
          bar.getStyleClass().add(place < 0 ? "finding-share" : LabelColour.of(place));
          HBox.setHgrow(bar, Priority.ALWAYS);
          HBox row =
              new HBox(6, bar, caption(String.format(Locale.ENGLISH, "%,d", count.getValue())));
          row.setAlignment(Pos.CENTER_LEFT);
          if (place < 0) {
            Label name = caption(count.getKey());
            name.setMinWidth(NAME);
            row.getChildren().addFirst(name);
          }
          box.getChildren().add(row);
        });
    return box;
  }

  private static Label caption(String words) {
    Label caption = new Label(words);
    caption.getStyleClass().addAll("text-caption", "text-subtle");
    caption.setMinWidth(USE_PREF_SIZE);
    return caption;
  }

  /// A histogram; what lies beyond the limit is marked.
  private static final class Steps extends Region {
    private final List<Long> counts;

    Steps(List<Long> counts, int limit) {
      this.counts = counts;
      for (int i = 0; i < counts.size(); i++) {
        Region bar = new Region();
        bar.setManaged(false);
        bar.getStyleClass().addAll("finding-step", i < limit ? "within" : "beyond");
        getChildren().add(bar);
      }
      setPrefSize(WIDTH, HEIGHT);
      setMinHeight(HEIGHT);
    }

    @Override
    protected void layoutChildren() {
      long most = counts.stream().mapToLong(Long::longValue).max().orElse(1);
      double slot = getWidth() / Math.max(1, counts.size());
      for (int i = 0; i < counts.size(); i++) {
        double height =
            counts.get(i) == 0 ? 0 : Math.max(2, getHeight() * counts.get(i) / Math.max(1, most));
        getChildren()
            .get(i)
            .resizeRelocate(i * slot, getHeight() - height, Math.max(1, slot - 1), height);
      }
    }
  }
}
