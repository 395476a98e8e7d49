package org.shilpi.ui.data;

import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.CountBar;
import org.shilpi.ui.control.LabelColour;
import org.shilpi.ui.control.LabelTag;
import org.shilpi.ui.control.WordText;

/// How many texts each label has, and how many have none.
final class LabelsCard extends VBox {
  private static final double MOST_HEIGHT = 460;

  private final GridPane grid = new GridPane(10, 8);
  private int most = 1;

  LabelsCard(TextsViewModel.Content content, Messages words) {
    super(10);
    getStyleClass().add("card");
    Label title = new Label(words.of("window.data.labels"));
    title.getStyleClass().add("title-4");
    getChildren().add(title);
    int unlabeled = content.texts().size() - content.labeled();
    if (content.labels().isEmpty()) {
      getChildren()
          .add(new WordText(words.of("window.data.labels.none"), "text-small", "text-muted"));
      return;
    }
    ColumnConstraints name = new ColumnConstraints();
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    ColumnConstraints count = new ColumnConstraints();
    count.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(name, bar, count);
    most =
        Math.max(1, content.labels().values().stream().mapToInt(Integer::intValue).max().orElse(1));
    most = Math.max(most, unlabeled);
    int place = 0;
    for (var label : content.labels().entrySet()) {
      LabelTag tag = new LabelTag(label.getKey(), place);
      tag.setMinWidth(0);
      tag.setMaxWidth(150);
      add(tag, LabelColour.of(place), label.getValue());
      place++;
    }
    if (unlabeled > 0) {
      Label none = new Label(words.of("window.data.unlabeled"));
      none.getStyleClass().addAll("text-caption", "text-subtle");
      add(none, "unlabeled", unlabeled);
    }
    ScrollPane scroll = new ScrollPane(grid);
    scroll.getStyleClass().addAll("page", "plain");
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(MOST_HEIGHT);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getChildren().add(scroll);
  }

  private void add(Node name, String colour, int count) {
    CountBar bar = new CountBar((double) count / most);
    bar.getStyleClass().add(colour);
    HBox box = new HBox(bar);
    HBox.setHgrow(bar, Priority.ALWAYS);
    box.setAlignment(Pos.CENTER_LEFT);
    Label number = new Label(String.format(Locale.ENGLISH, "%,d", count));
    number.getStyleClass().addAll("text-caption", "text-muted");
    number.setMinWidth(USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), name, box, number);
  }
}
