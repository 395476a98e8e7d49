package org.shilpi.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Interval;
import org.shilpi.evaluate.Verdict;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Comparison;
import org.shilpi.ui.evaluate.EvaluateViewModel.Judged;
import org.shilpi.ui.shell.Phrases;

/// Everything about an evaluated run: verdict, tiles, map, comparison, texts, table.
final class Judgement extends VBox {
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
            Banner.of(Verdict.of(evaluation), words),
            new TileGrid(new Tiles(evaluation, words).all()),
            middle,
            new LabelTable(evaluation.labels(), evaluation.perClass(), words));
  }

  void show(Optional<Cell> cell, List<MixedUp> found) {
    map.choose(cell);
    texts.show(cell, found, evaluation.labels());
  }

  /// A map needs room for its rows; the list of pairs scrolls.
  private static double height(int labels) {
    return labels > MapCard.MOST_CELLS ? LEAST : Math.max(LEAST, MAP_FRAME + MAP_ROW * labels);
  }

  private static BesideCard beside(
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
            .single()
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
    return new BesideCard(rows, "window.evaluate.beside.scale", words);
  }

  private static Comparison.Row row(String name, double share, Interval interval, boolean ours) {
    return new Comparison.Row(name, interval.low(), share, interval.high(), ours);
  }
}
