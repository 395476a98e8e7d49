package org.shilpi.ui.data.splits;

import java.util.Locale;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shilpi.data.Split;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.LabelTag;
import org.shilpi.ui.control.WordText;

/// How many texts of each label go to each part.
final class PartsCard extends VBox {
  private static final int MOST_LABELS = 150;

  private final GridPane grid = new GridPane(14, 8);
  private final Messages words;

  PartsCard(SplitsViewModel.Dealt dealt, Messages words) {
    super(12);
    this.words = words;
    getStyleClass().add("card");
    setId("parts");
    Label title = new Label(words.of("window.splits.parts"));
    title.getStyleClass().add("title-4");
    ColumnConstraints name = new ColumnConstraints();
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(name, bar, count(), count(), count());
    head();
    Map<Split, Integer> all = dealt.parts().parts();
    Label every = new Label(words.of("window.splits.all"));
    every.getStyleClass().add("text-bold");
    row(every, all, sum(all));
    Map<String, Map<Split, Integer>> labels = dealt.parts().labels();
    int most = labels.values().stream().mapToInt(PartsCard::sum).max().orElse(1);
    labels.entrySet().stream()
        .limit(MOST_LABELS)
        .forEach(label -> {
          LabelTag tag =
              new LabelTag(label.getKey(), Math.max(0, dealt.labels().indexOf(label.getKey())));
          tag.setMinWidth(0);
          tag.setMaxWidth(200);
          row(tag, label.getValue(), most);
        });
    getChildren().addAll(title, grid);
    if (labels.size() > MOST_LABELS) {
      getChildren()
          .add(
              new WordText(
                  words.of("window.splits.more", labels.size() - MOST_LABELS),
                  "text-small",
                  "text-muted"));
    }
  }

  private static ColumnConstraints count() {
    ColumnConstraints count = new ColumnConstraints();
    count.setHalignment(HPos.RIGHT);
    count.setMinWidth(Region.USE_PREF_SIZE);
    return count;
  }

  private void head() {
    int column = 2;
    for (Split part : SplitsView.PARTS) {
      Region square = new Region();
      square.getStyleClass().addAll("part-square", part.id());
      Label name = new Label(SplitsView.name(words, part));
      name.getStyleClass().addAll("text-caption", "text-muted");
      name.setMinWidth(USE_PREF_SIZE);
      HBox head = new HBox(6, square, name);
      head.setAlignment(Pos.CENTER_RIGHT);
      grid.add(head, column++, 0);
    }
  }

  private void row(Node name, Map<Split, Integer> parts, int most) {
    HBox bar = new HBox(new PartsBar(parts, most));
    HBox.setHgrow(bar.getChildren().getFirst(), Priority.ALWAYS);
    bar.setAlignment(Pos.CENTER_LEFT);
    int row = grid.getRowCount();
    grid.add(name, 0, row);
    grid.add(bar, 1, row);
    int column = 2;
    for (Split part : SplitsView.PARTS) {
      int texts = parts.getOrDefault(part, 0);
      Label count = new Label(String.format(Locale.ENGLISH, "%,d", texts));
      count
          .getStyleClass()
          .addAll("text-small", part == Split.TEST && texts == 0 ? "text-warning" : "text-muted");
      grid.add(count, column++, row);
    }
  }

  private static int sum(Map<Split, Integer> parts) {
    return parts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
