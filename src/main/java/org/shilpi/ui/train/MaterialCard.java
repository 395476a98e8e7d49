package org.shilpi.ui.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.LabelColour;
import org.shilpi.ui.control.WordText;

/// The labels with how many texts each has, as bars; a warning where some have too few.
final class MaterialCard extends VBox {
  private static final int MOST_BARS = 9;

  MaterialCard(Material material, Messages words) {
    super(10);
    getStyleClass().add("card");
    Label title = new Label(words.of("window.train.material"));
    title.getStyleClass().add("title-4");
    WordText below =
        new WordText(
            words.of("window.train.material.count", material.labeled(), material.counts().size()),
            "text-small",
            "text-muted");
    getChildren().addAll(title, below, bars(material));
    int hidden = material.counts().size() - MOST_BARS;
    if (hidden > 0) {
      Label more = new Label(words.of("window.train.material.more", hidden));
      more.getStyleClass().addAll("text-caption", "text-subtle");
      getChildren().add(more);
    }
    List<Entry<String, Integer>> small = material.small();
    if (!small.isEmpty()) {
      getChildren().add(warning(small, words));
    }
  }

  /// All labels in their order; of very many, those with the fewest texts.
  private static GridPane bars(Material material) {
    List<String> names = new ArrayList<>(material.counts().keySet());
    List<Entry<String, Integer>> shown =
        material.counts().size() <= MOST_BARS
            ? List.copyOf(material.counts().entrySet())
            : material.counts().entrySet().stream()
                .sorted(Comparator.comparing(Entry::getValue))
                .limit(MOST_BARS)
                .toList();
    int most = material.counts().values().stream().mapToInt(Integer::intValue).max().orElse(1);
    GridPane grid = new GridPane(10, 7);
    ColumnConstraints naming = new ColumnConstraints();
    naming.setPercentWidth(18);
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    ColumnConstraints number = new ColumnConstraints();
    number.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(naming, bar, number);
    for (int i = 0; i < shown.size(); i++) {
      Entry<String, Integer> label = shown.get(i);
      Label name = new Label(label.getKey());
      name.getStyleClass().add("text-small");
      name.setTooltip(new Tooltip(label.getKey()));
      ShareOfMost length = new ShareOfMost((double) label.getValue() / Math.max(1, most));
      length.getStyleClass().add(LabelColour.of(names.indexOf(label.getKey())));
      Label count = new Label(Integer.toString(label.getValue()));
      count.getStyleClass().addAll("text-small", "text-bold");
      count.setMinWidth(USE_PREF_SIZE);
      grid.addRow(i, name, length, count);
    }
    return grid;
  }

  private static HBox warning(List<Entry<String, Integer>> small, Messages words) {
    String names = small.stream().limit(3).map(Entry::getKey).collect(Collectors.joining(", "));
    WordText sentence =
        new WordText(
            words.of(
                small.size() > 3 ? "window.train.small.more" : "window.train.small",
                small.size(),
                names,
                Material.FEW),
            "text-small",
            "text-warning");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox row = new HBox(8, Icon.of("mdmz-warning", "warning"), sentence);
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }
}
