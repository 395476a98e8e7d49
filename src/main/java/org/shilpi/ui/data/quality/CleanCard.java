package org.shilpi.ui.data.quality;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.shilpi.quality.Kind;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.Tiles;
import org.shilpi.ui.control.WordText;

/// What was looked at and found in order, said calmly in one place.
final class CleanCard extends VBox {
  private static final double NARROWEST = 300;

  CleanCard(List<Kind> kinds, Messages words) {
    super(10);
    getStyleClass().add("card");
    setId("clean");
    Label title = new Label(words.of("window.quality.clean"));
    title.getStyleClass().add("title-4");
    FindingWords told = new FindingWords(words);
    TilePane rows = new TilePane();
    Tiles.fit(rows, 2, NARROWEST);
    rows.setVgap(6);
    kinds.forEach(kind -> rows.getChildren().add(row(told.clean(kind))));
    getChildren().addAll(title, rows);
  }

  private static Node row(String words) {
    WordText told = new WordText(words, "text-small", "text-muted");
    HBox.setHgrow(told, Priority.ALWAYS);
    HBox row = new HBox(8, Icon.of("mdoal-done", "small", "success"), told);
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }
}
