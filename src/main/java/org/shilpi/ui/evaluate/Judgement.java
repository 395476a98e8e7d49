package org.shilpi.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Interval;
import org.shilpi.evaluate.Sentence;
import org.shilpi.evaluate.Verdict;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Comparison;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;
import org.shilpi.ui.evaluate.EvaluateViewModel.Judged;
import org.shilpi.ui.shell.Phrases;

/// Everything about an evaluated run: verdict, tiles, map, comparison, texts, table.
final class Judgement extends VBox {
  private static final double NARROW_TILE = 176;

  private static final double LEAST = 460;
  private static final double MAP_FRAME = 200;
  private static final double MAP_ROW = 26;

  private final MapCard map;
  private final TextsCard texts;
  private final Evaluation evaluation;

  Judgement(
      Judged judged,
      Evaluation evaluation,
      Optional<Judged> before,
      Optional<Cell> chosen,
      Messages words,
      Consumer<Cell> picked) {
    super(16);
    this.evaluation = evaluation;
    map = new MapCard(evaluation, chosen, words, picked);
    texts = new TextsCard(words);
    VBox.setVgrow(texts, Priority.ALWAYS);
    VBox side = new VBox(14, beside(judged, evaluation, before, words), texts);
    HBox middle = new HBox(14, map, side);
    for (Region part : List.of(map, side)) {
      HBox.setHgrow(part, Priority.ALWAYS);
      part.setPrefWidth(100);
      part.setMinWidth(0);
    }
    middle.setMinHeight(height(evaluation.labels().size()));
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren()
        .addAll(
            banner(evaluation, words),
            tiles(new Tiles(evaluation, words).all()),
            middle,
            new LabelTable(evaluation, words));
  }

  void show(Optional<Cell> cell, List<MixedUp> found) {
    map.choose(cell);
    texts.show(cell, found, evaluation.labels());
  }

  /// A map needs room for its rows; the list of pairs scrolls.
  private static double height(int labels) {
    return labels > MapCard.MOST_CELLS ? LEAST : Math.max(LEAST, MAP_FRAME + MAP_ROW * labels);
  }

  private static VerdictBanner banner(Evaluation evaluation, Messages words) {
    Verdict verdict = Verdict.of(evaluation);
    Tone tone =
        switch (verdict.trust()) {
          case YES -> Tone.SUCCESS;
          case CAREFUL -> Tone.WARNING;
          case NO -> Tone.DANGER;
        };
    return new VerdictBanner(
        tone,
        say(verdict.answer(), words),
        verdict.reasons().stream()
            .map(reason -> say(reason, words))
            .collect(Collectors.joining(" ")));
  }

  private static String say(Sentence sentence, Messages words) {
    return words.of(sentence.key(), sentence.arguments().toArray());
  }

  /// As many beside one another as have room, in even rows.
  private static GridPane tiles(List<? extends Region> tiles) {
    GridPane grid = new GridPane(12, 12);
    grid.setMinWidth(0);
    tiles.forEach(tile -> tile.setMinWidth(0));
    grid.widthProperty().addListener((p, before, now) -> arrange(grid, tiles, now.doubleValue()));
    arrange(grid, tiles, NARROW_TILE * tiles.size() + 12.0 * tiles.size());
    return grid;
  }

  private static void arrange(GridPane grid, List<? extends Region> tiles, double width) {
    int most = Math.clamp((long) (width / (NARROW_TILE + 12)), 1, tiles.size());
    int lines = (tiles.size() + most - 1) / most;
    int columns = (tiles.size() + lines - 1) / lines;
    if (grid.getColumnConstraints().size() == columns) {
      return;
    }
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      column.setMinWidth(0);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < tiles.size(); i++) {
      grid.add(tiles.get(i), i % columns, i / columns);
    }
  }

  private static VBox beside(
      Judged judged, Evaluation evaluation, Optional<Judged> before, Messages words) {
    List<Comparison.Row> rows = new ArrayList<>();
    rows.add(
        row(
            words.of("window.evaluate.this", Phrases.method(words, judged.run().spec().method())),
            evaluation.accuracy(),
            evaluation.accuracyInterval(),
            true));
    before.ifPresent(earlier ->
        earlier
            .evaluation()
            .ifPresent(old ->
                rows.add(
                    row(
                        words.of("window.evaluate.before", Long.toString(earlier.run().id())),
                        old.accuracy(),
                        old.accuracyInterval(),
                        true))));
    evaluation
        .baselines()
        .forEach(plain ->
            rows.add(
                row(
                    words.of("baseline." + plain.name()),
                    plain.accuracy(),
                    plain.interval(),
                    false)));
    Comparison comparison = new Comparison(rows, words.of("window.evaluate.beside.far"));
    Label title = new Label(words.of("window.evaluate.beside"));
    title.getStyleClass().add("title-4");
    title.setMinWidth(USE_PREF_SIZE);
    Label scale =
        new Label(
            words.of(
                "window.evaluate.beside.scale",
                Long.toString(Math.round(comparison.from() * 100)),
                Long.toString(Math.round(comparison.to() * 100))));
    scale.getStyleClass().addAll("text-caption", "text-subtle");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, title, gap, scale);
    head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    VBox card = new VBox(10, head, comparison);
    card.getStyleClass().add("card");
    card.setMinHeight(USE_PREF_SIZE);
    return card;
  }

  private static Comparison.Row row(String name, double share, Interval interval, boolean ours) {
    return new Comparison.Row(name, interval.low(), share, interval.high(), ours);
  }
}
