package org.shilpi.ui.evaluate;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Comparison;

/// A run beside the run before it and the simple ways.
final class BesideCard extends VBox {
  /// @param rows the run first
  /// @param scale key of what is compared, between two round numbers of percent
  BesideCard(List<Comparison.Row> rows, String scale, Messages words) {
    super(10);
    getStyleClass().add("card");
    setMinHeight(USE_PREF_SIZE);
    Comparison comparison = new Comparison(rows, words.of("window.evaluate.beside.far"));
    Label title = new Label(words.of("window.evaluate.beside"));
    title.getStyleClass().add("title-4");
    title.setMinWidth(USE_PREF_SIZE);
    Label reach =
        new Label(
            words.of(
                scale,
                Long.toString(Math.round(comparison.from() * 100)),
                Long.toString(Math.round(comparison.to() * 100))));
    reach.getStyleClass().addAll("text-caption", "text-subtle");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, title, gap, reach);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, comparison);
  }
}
