package org.shilpi.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shilpi.evaluate.Interval;
import org.shilpi.job.Progress;
import org.shilpi.text.Messages;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingEvent.Epoch;
import org.shilpi.ui.control.Comparison;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.VerdictBanner;
import org.shilpi.ui.shell.Phrases;

/// A run in view: what its curves mean, the curves, and what it took.
final class RunPane extends VBox {
  private final Messages words;
  private final StackPane verdict = new StackPane();
  private final StackPane middle = new StackPane();
  private final LiveStrip strip;
  private final CurveCard loss;
  private final CurveCard right;
  private final FactsCard facts;
  private final Label rightNote = CurveCard.note("");
  private Optional<Verdict> said = Optional.empty();

  RunPane(RunFacts run, RunHistory history, String modelName, Messages words) {
    super(16);
    this.words = words;
    strip = new LiveStrip(words);
    loss =
        new CurveCard(
            words.of("window.train.loss"),
            CurveCard.key(words.of("window.train.loss.learning"), "learning"),
            CurveCard.key(words.of("window.train.loss.kept"), "model"));
    right = new CurveCard(words.of("window.train.right"), rightNote);
    facts = new FactsCard(run, history, modelName, words);
    facts.setMinWidth(250);
    facts.setMaxHeight(USE_PREF_SIZE);
    HBox.setHgrow(middle, Priority.ALWAYS);
    HBox row = new HBox(14, middle, facts);
    getChildren().addAll(verdict, strip, row);
    // Curves take all the room there is; a quick run's few bars do not.
    if (!run.quick()) {
      row.setMinHeight(290);
      VBox.setVgrow(row, Priority.ALWAYS);
      VBox.setVgrow(this, Priority.ALWAYS);
    }
  }

  /// @param learning whether the run goes on right now
  void show(RunFacts run, RunHistory history, boolean learning, Optional<Progress> progress) {
    Verdict now = Verdict.of(run, history, learning, words);
    if (!said.equals(Optional.of(now))) {
      said = Optional.of(now);
      VerdictBanner banner = now.banner();
      if (run.state() == RunState.FAILED) {
        banner.with(copy(run, now));
      }
      verdict.getChildren().setAll(banner);
    }
    strip.setVisible(learning);
    strip.setManaged(learning);
    strip.show(run, history, progress);
    facts.show(run, history);
    if (run.quick()) {
      middle.getChildren().setAll(beside(run, history));
    } else {
      curves(run, history);
    }
  }

  private void curves(RunFacts run, RunHistory history) {
    if (middle.getChildren().isEmpty()) {
      HBox both = new HBox(14, loss, right);
      for (CurveCard card : List.of(loss, right)) {
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setPrefWidth(100);
      }
      middle.getChildren().setAll(both);
    }
    Pictures pictures = new Pictures(run, history, words);
    rightNote.setText(words.of("window.train.right.note", run.keptBack()));
    String spoken = history.epochs().stream().map(this::spoken).collect(Collectors.joining("; "));
    loss.show(pictures.loss(), words.of("window.train.loss") + ": " + spoken);
    right.show(pictures.right(), words.of("window.train.right") + ": " + spoken);
  }

  private String spoken(Epoch epoch) {
    return words.of(
        "window.train.spoken",
        Integer.toString(epoch.epoch()),
        String.format(java.util.Locale.ENGLISH, "%.2f", epoch.trainLoss()),
        String.format(java.util.Locale.ENGLISH, "%.2f", epoch.validationLoss()),
        Phrases.percent(epoch.accuracy()));
  }

  /// A quick run has no passes to draw: it stands beside the plain ways instead.
  private Node beside(RunFacts run, RunHistory history) {
    Label title = new Label(words.of("window.train.beside"));
    title.getStyleClass().add("title-4");
    VBox card =
        new VBox(
            12,
            title,
            CurveCard.note(words.of("window.train.beside.note", run.checkedOn(), run.keptBack())));
    card.getStyleClass().add("card");
    card.setMaxHeight(USE_PREF_SIZE);
    StackPane.setAlignment(card, javafx.geometry.Pos.TOP_CENTER);
    List<Comparison.Row> rows = new ArrayList<>();
    run.accuracy()
        .or(() -> history.best().map(Epoch::accuracy))
        .ifPresent(share -> rows.add(row(RunCard.name(run, words), run, share, true)));
    history.baselines().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(plain ->
            rows.add(row(words.of("baseline." + plain.getKey()), run, plain.getValue(), false)));
    if (rows.isEmpty()) {
      card.getChildren().add(CurveCard.note(words.of("window.train.beside.none")));
    } else {
      card.getChildren().add(new Comparison(rows, words.of("window.train.beside.far")));
    }
    return card;
  }

  private static Comparison.Row row(String name, RunFacts run, double share, boolean ours) {
    Interval interval = ours ? run.around(share) : run.aroundPlain(share);
    return interval.isUnknown()
        ? new Comparison.Row(name, share, share, share, ours)
        : new Comparison.Row(name, interval.low(), share, interval.high(), ours);
  }

  private Button copy(RunFacts run, Verdict failed) {
    Button copy =
        new Button(words.of("window.train.copy"), Icon.of("mdoal-content_copy", "accent"));
    copy.getStyleClass().add("flat");
    copy.setId("copy-details");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(event -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(failed.sentence() + "\n" + failed.reason() + "\n" + run.run());
      Clipboard.getSystemClipboard().setContent(content);
    });
    return copy;
  }
}
