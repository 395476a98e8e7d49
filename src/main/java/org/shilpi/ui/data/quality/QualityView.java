package org.shilpi.ui.data.quality;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shilpi.quality.Picture;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.SideBySide;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.shell.JobStrip;
import org.shilpi.ui.shell.Page;
import org.shilpi.ui.shell.Phrases;

/// Whether the texts are fit to learn from, and what to settle first.
public final class QualityView extends VBox {
  private static final double SIDE = 300;
  private static final double NARROW = 980;

  private final QualityViewModel model;
  private final Messages words;
  private final StackPane verdict = new StackPane();
  private final VBox state = new VBox(12);
  private final VBox main = new VBox();

  /// @param side what stands beside the findings
  public QualityView(QualityViewModel model, Messages words, Region side) {
    super(16);
    this.model = model;
    this.words = words;
    VBox.setVgrow(main, Priority.ALWAYS);
    VBox beside = new VBox(16, new DeepCard(model, words), side);
    SideBySide parts = new SideBySide(main, beside, SIDE, NARROW);
    VBox.setVgrow(parts, Priority.ALWAYS);
    setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(verdict, state, parts);
    Watch.any(this, model.runningProperty(), this::showState);
    Watch.any(this, model.failureProperty(), this::showState);
    Watch.any(this, model.lastMendProperty(), this::showState);
    Watch.any(this, model.look().lookProperty(), this::showState);
    Watch.any(this, model.reportProperty(), this::showReport);
    Watch.any(this, model.filterProperty(), this::showReport);
    Watch.any(this, model.look().lookProperty(), this::showReport);
  }

  private void showState() {
    state.getChildren().clear();
    model
        .failureProperty()
        .get()
        .ifPresent(cause ->
            state
                .getChildren()
                .add(
                    new VerdictBanner(
                        Tone.DANGER,
                        words.of("window.quality.failed"),
                        Phrases.failure(words, cause))));
    model
        .runningProperty()
        .get()
        .ifPresentOrElse(
            job ->
                state
                    .getChildren()
                    .add(new JobStrip(job, words.of("window.quality.checking"), words)),
            () ->
                model
                    .lastMendProperty()
                    .get()
                    .filter(last -> !reviewing())
                    .ifPresent(this::showDone));
    state.setManaged(!state.getChildren().isEmpty());
    main.setDisable(model.runningProperty().get().isPresent());
  }

  private boolean reviewing() {
    return model.look().lookProperty().get().filter(LookViewModel.Look::review).isPresent();
  }

  private void showDone(QualityViewModel.LastMend last) {
    Button undo = new Button(words.of("window.quality.undo"), Icon.of("mdomz-undo"));
    undo.setId("undo-mend");
    undo.setMinWidth(USE_PREF_SIZE);
    undo.setOnAction(event -> model.undo());
    state
        .getChildren()
        .add(
            new VerdictBanner(
                    Tone.SUCCESS,
                    new FindingWords(words).done(last.verb(), last.texts()),
                    words.of("window.quality.done.below"))
                .with(undo));
  }

  private void showReport() {
    Optional<QualityViewModel.Report> report = model.reportProperty().get();
    verdict.getChildren().setAll(report.map(this::verdict).stream().toList());
    verdict.setManaged(report.isPresent());
    main.getChildren().setAll(report.map(this::content).stream().toList());
  }

  private Node content(QualityViewModel.Report report) {
    return model
        .look()
        .lookProperty()
        .get()
        .map(look -> texts(look, report.labels()))
        .orElseGet(() -> list(report));
  }

  private Node texts(LookViewModel.Look look, List<String> labels) {
    return look.review()
        ? new ReviewCard(look, labels, model, words)
        : new FindingTextsCard(look, labels, model, words);
  }

  /// Keys of a review, while one is open.
  public void keyPressed(KeyEvent event) {
    LookViewModel look = model.look();
    if (look.lookProperty().get().filter(LookViewModel.Look::review).isEmpty()
        || event.isShortcutDown()
        || event.isControlDown()
        || event.isAltDown()) {
      return;
    }
    Runnable does =
        switch (event.getCode()) {
          case DIGIT1, NUMPAD1 -> look::keep;
          case DIGIT2, NUMPAD2 -> look::take;
          case DIGIT3, NUMPAD3 -> look::sendBack;
          case LEFT -> () -> look.step(false);
          case RIGHT -> () -> look.step(true);
          case BACK_SPACE -> look::undo;
          default -> null;
        };
    if (does != null) {
      event.consume();
      does.run();
    }
  }

  /// The keys of a review, for the sheet of all keys.
  public static List<Page.Shortcut> shortcuts(Messages words) {
    return List.of(
        new Page.Shortcut("1 2 3", words.of("window.quality.key.answers")),
        new Page.Shortcut("← →", words.of("window.quality.key.step")),
        new Page.Shortcut("⌫", words.of("window.quality.key.undo")));
  }

  private Node list(QualityViewModel.Report report) {
    VBox list = new VBox(16, new FindingsCard(report, model, words));
    report
        .enough()
        .ifPresent(finding -> {
          if (finding.picture() instanceof Picture.Curve curve) {
            list.getChildren().add(new EnoughCard(finding, curve, words));
          }
        });
    if (!report.clean().isEmpty()) {
      list.getChildren().add(new CleanCard(report.clean(), words));
    }
    return list;
  }

  private Node verdict(QualityViewModel.Report report) {
    if (!report.current()) {
      Button again = new Button(words.of("window.quality.again"), Icon.of("mdomz-refresh"));
      again.setId("check-again");
      again.setMinWidth(USE_PREF_SIZE);
      again.setOnAction(event -> model.check());
      return new VerdictBanner(
              Tone.ACCENT,
              words.of("window.quality.old"),
              words.of("window.quality.old.below", report.texts()))
          .with(again);
    }
    if (report.open() == 0) {
      return new VerdictBanner(
          Tone.SUCCESS,
          words.of("window.quality.fine"),
          words.of("window.quality.fine.below", report.texts()));
    }
    return report.serious()
        ? new VerdictBanner(
            Tone.WARNING,
            words.of("window.quality.serious", report.open()),
            words.of("window.quality.serious.below"))
        : new VerdictBanner(
            Tone.WARNING,
            words.of("window.quality.minor", report.open()),
            words.of("window.quality.minor.below"));
  }
}
