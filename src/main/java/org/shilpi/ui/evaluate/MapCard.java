package org.shilpi.ui.evaluate;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.OneOfFew;
import org.shilpi.ui.control.WordText;

/// Where it mixes things up: the map, or the worst pairs, and the most common mistake in words.
final class MapCard extends VBox {
  /// More labels than a map can show.
  static final int MOST_CELLS = 20;

  private final Evaluation evaluation;
  private final Messages words;
  private final Consumer<Cell> picked;
  private final StackPane picture = new StackPane();
  private Optional<Cell> chosen;
  private boolean shares;

  MapCard(Evaluation evaluation, Optional<Cell> chosen, Messages words, Consumer<Cell> picked) {
    super(4);
    this.evaluation = evaluation;
    this.chosen = chosen;
    this.words = words;
    this.picked = picked;
    getStyleClass().add("card");
    boolean map = evaluation.labels().size() <= MOST_CELLS;
    Label title = new Label(words.of("window.evaluate.map"));
    title.getStyleClass().add("title-4");
    HBox head = new HBox(12, title, new Spacer());
    head.setAlignment(Pos.CENTER_LEFT);
    if (map) {
      head.getChildren()
          .add(
              new OneOfFew<>(
                  List.of(false, true),
                  false,
                  value ->
                      words.of(value ? "window.evaluate.map.shares" : "window.evaluate.map.counts"),
                  this::showShares));
    }
    WordText note =
        new WordText(
            words.of(map ? "window.evaluate.map.note" : "window.evaluate.pairs.note"),
            "text-caption",
            "text-subtle");
    picture.setAlignment(Pos.TOP_LEFT);
    VBox.setVgrow(picture, Priority.ALWAYS);
    getChildren().addAll(head, note, picture);
    Cell.worst(evaluation.confusion())
        .ifPresentOrElse(
            worst -> getChildren().add(foot(mostCommon(worst))),
            () -> getChildren().add(foot(words.of("window.evaluate.map.none"))));
    draw();
  }

  /// Marks a cell.
  void choose(Optional<Cell> cell) {
    if (!cell.equals(chosen)) {
      chosen = cell;
      draw();
      cell.ifPresent(now -> {
        var button = picture.lookup("#cell-" + now.truth() + "-" + now.answer());
        if (button != null) {
          button.requestFocus();
        }
      });
    }
  }

  private void showShares(boolean newShares) {
    shares = newShares;
    draw();
  }

  private void draw() {
    boolean map = evaluation.labels().size() <= MOST_CELLS;
    picture
        .getChildren()
        .setAll(
            map
                ? new ConfusionMap(
                    evaluation.labels(), evaluation.confusion(), shares, chosen, words, picked)
                : new WorstPairs(
                    evaluation.labels(), evaluation.confusion(), chosen, words, picked));
  }

  private String mostCommon(Cell worst) {
    return words.of(
        "window.evaluate.map.worst",
        evaluation.labels().get(worst.truth()),
        evaluation.labels().get(worst.answer()),
        worst.count(evaluation.confusion()));
  }

  private static HBox foot(String sentence) {
    WordText text = new WordText(sentence, "text-small");
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox foot = new HBox(text);
    foot.getStyleClass().add("inset");
    VBox.setMargin(foot, new javafx.geometry.Insets(8, 0, 0, 0));
    return foot;
  }
}
