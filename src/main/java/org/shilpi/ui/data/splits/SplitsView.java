package org.shilpi.ui.data.splits;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shilpi.data.Split;
import org.shilpi.evaluate.TestSize;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.SideBySide;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.shell.JobStrip;
import org.shilpi.ui.shell.Phrases;

/// How the texts are dealt, and whether the test is big enough to say something.
public final class SplitsView extends VBox {
  static final List<Split> PARTS = List.of(Split.TRAIN, Split.VALIDATION, Split.TEST);
  private static final double SIDE = 340;
  private static final double NARROW = 860;

  private final SplitsViewModel model;
  private final Messages words;
  private final StackPane verdict = new StackPane();
  private final StackPane running = new StackPane();
  private final StackPane content = new StackPane();

  public SplitsView(SplitsViewModel model, Messages words) {
    super(16);
    this.model = model;
    this.words = words;
    VBox.setVgrow(content, Priority.ALWAYS);
    setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(verdict, running, content);
    Watch.any(this, model.dealtProperty(), this::show);
    Watch.any(this, model.failureProperty(), this::show);
    Watch.any(this, model.runningProperty(), this::showRunning);
  }

  static String name(Messages words, Split part) {
    return words.of(
        switch (part) {
          case NONE -> "window.data.part.none";
          case TRAIN -> "window.splits.train";
          case VALIDATION -> "window.splits.validation";
          case TEST -> "window.splits.test";
        });
  }

  private void showRunning() {
    running
        .getChildren()
        .setAll(
            model
                .runningProperty()
                .get()
                .map(job -> new JobStrip(job, words.of("window.splits.dealing"), words))
                .stream()
                .toList());
    running.setManaged(!running.getChildren().isEmpty());
    content.setDisable(running.isManaged());
  }

  private void show() {
    Optional<SplitsViewModel.Dealt> dealt = model.dealtProperty().get();
    verdict
        .getChildren()
        .setAll(
            dealt
                .map(now -> size(now.size()))
                .or(() -> model.failureProperty().get().map(this::failed))
                .stream()
                .toList());
    verdict.setManaged(!verdict.getChildren().isEmpty());
    content
        .getChildren()
        .setAll(
            dealt
                .map(now ->
                    new SideBySide(
                        new VBox(new PartsCard(now, words)),
                        new RuleCard(now, model, words),
                        SIDE,
                        NARROW))
                .stream()
                .toList());
  }

  private VerdictBanner failed(Throwable cause) {
    return new VerdictBanner(
        Tone.ACCENT, words.of("window.splits.nothing"), Phrases.failure(words, cause));
  }

  private VerdictBanner size(TestSize size) {
    if (size.texts() == 0) {
      return new VerdictBanner(
          Tone.WARNING, words.of("window.splits.no-test"), words.of("window.splits.no-test.below"));
    }
    long reach = Math.round(100 * size.reach());
    return size.isEnough()
        ? new VerdictBanner(
            Tone.SUCCESS,
            words.of("window.splits.enough", reach),
            words.of("window.splits.enough.below", size.texts()))
        : new VerdictBanner(
            Tone.WARNING,
            words.of("window.splits.small", size.texts()),
            words.of(
                "window.splits.small.below",
                Math.round(100 * size.low()),
                Math.round(100 * size.high()),
                size.enough()));
  }
}
