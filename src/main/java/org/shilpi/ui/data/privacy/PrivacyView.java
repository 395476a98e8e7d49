package org.shilpi.ui.data.privacy;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shilpi.privacy.Waiver;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.SideBySide;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.shell.JobStrip;
import org.shilpi.ui.shell.Phrases;

/// Whether the texts may be learned from, and what they give away.
public final class PrivacyView extends VBox {
  private static final double SIDE = 360;
  private static final double NARROW = 900;

  private final PrivacyViewModel model;
  private final Messages words;
  private final VBox state = new VBox(12);
  private final StackPane main = new StackPane();

  public PrivacyView(PrivacyViewModel model, Messages words) {
    super(16);
    this.model = model;
    this.words = words;
    setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(main, Priority.ALWAYS);
    getChildren().addAll(state, main);
    Watch.any(this, model.runningProperty(), this::showState);
    Watch.any(this, model.failureProperty(), this::showState);
    Watch.any(this, model.gateProperty(), this::showGate);
    Watch.any(this, model.reviewProperty(), this::showGate);
  }

  private void showState() {
    state.getChildren().clear();
    model
        .runningProperty()
        .get()
        .ifPresentOrElse(
            job ->
                state
                    .getChildren()
                    .add(new JobStrip(job, words.of("window.privacy.working"), words)),
            () ->
                model.gateProperty().get().map(this::verdict).ifPresent(state.getChildren()::add));
    model
        .failureProperty()
        .get()
        .ifPresent(cause ->
            state
                .getChildren()
                .add(
                    new VerdictBanner(
                        Tone.DANGER,
                        words.of("window.privacy.failed"),
                        Phrases.failure(words, cause))));
    main.setDisable(model.runningProperty().get().isPresent());
  }

  private void showGate() {
    showState();
    Optional<PrivacyViewModel.Gate> gate = model.gateProperty().get();
    main.getChildren().setAll(gate.map(this::content).stream().toList());
  }

  private Node content(PrivacyViewModel.Gate gate) {
    return model
        .reviewProperty()
        .get()
        .<Node>map(review -> new ReviewCard(review, model, words))
        .orElseGet(() ->
            new SideBySide(
                new VBox(16, new KindsCard(gate, model, words), new ListsCard(gate, model, words)),
                new GateCard(gate, model, words),
                SIDE,
                NARROW));
  }

  private VerdictBanner verdict(PrivacyViewModel.Gate gate) {
    return switch (gate.state()) {
      case OPEN ->
          banner(
              Tone.WARNING, words.of("window.privacy.open"), words.of("window.privacy.open.below"));
      case BLOCKED ->
          banner(
              Tone.WARNING,
              words.of("window.privacy.blocked", gate.open()),
              words.of("window.privacy.blocked.below"));
      case PASSED ->
          banner(
              Tone.SUCCESS,
              words.of("window.privacy.passed"),
              words.of("window.privacy.passed.below", gate.texts(), gate.hidden()));
      case WAIVED ->
          banner(
              Tone.ACCENT,
              words.of("window.privacy.waived"),
              gate.waiver().map(this::waived).orElse(""));
    };
  }

  private String waived(Waiver waiver) {
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(words.locale())
            .format(waiver.at().atZone(ZoneId.systemDefault()));
    return words.of("window.privacy.waived.below", waiver.who(), day, waiver.reason());
  }

  private static VerdictBanner banner(Tone tone, String sentence, String reason) {
    return new VerdictBanner(tone, sentence, reason);
  }
}
