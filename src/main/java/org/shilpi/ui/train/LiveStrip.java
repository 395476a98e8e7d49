package org.shilpi.ui.train;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.job.Progress;
import org.shilpi.text.Messages;
import org.shilpi.train.TrainingEvent.Phase;
import org.shilpi.train.TrainingEvent.Step;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.shell.Phrases;

/// How far the run that is learning has come: pass and step, a bar, the time left, its speed.
final class LiveStrip extends HBox {
  private final Messages words;
  private final Label doing = styled("text-bold");
  private final Label detail = styled("text-caption", "text-subtle");
  private final Label left = styled("text-bold");
  private final Label phase = styled("text-caption", "text-subtle");
  private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final Chip speed = new Chip("", Icon.of("mdomz-speed"));

  LiveStrip(Messages words) {
    super(20);
    this.words = words;
    getStyleClass().addAll("card", "live-strip");
    setAlignment(Pos.CENTER_LEFT);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinWidth(120);
    HBox.setHgrow(bar, Priority.ALWAYS);
    VBox first = new VBox(doing, detail);
    first.setMinWidth(170);
    VBox second = new VBox(left, phase);
    second.setMinWidth(150);
    getChildren().addAll(first, bar, second, speed);
  }

  void show(RunFacts run, RunHistory history, Optional<Progress> progress) {
    Optional<Step> step = history.newestStep();
    doing.setText(
        step.isPresent() && !run.quick() ? pass(run, step.get()) : RunCard.name(run, words));
    detail.setText(
        step.map(s -> words.of("window.train.step", count(s.step()), count(s.steps()))).orElse(""));
    phase.setText(history.phase().map(this::phase).orElse(""));
    left.setText(progress.map(now -> Phrases.timeLeft(words, now)).orElse(""));
    bar.setProgress(share(run, history, progress));
    bar.setAccessibleText(doing.getText() + ", " + detail.getText() + ", " + left.getText());
    speed.setVisible(step.isPresent());
    speed.setManaged(step.isPresent());
    step.ifPresent(s -> {
      String format = s.examplesPerSecond() < 10 ? "%.1f" : "%.0f";
      speed.setText(
          words.of(
              "window.train.speed", String.format(Locale.ENGLISH, format, s.examplesPerSecond())));
    });
  }

  private static double share(RunFacts run, RunHistory history, Optional<Progress> progress) {
    double told = progress.map(Progress::fraction).orElse(Double.NaN);
    double steps =
        run.quick()
            ? Double.NaN
            : history.newestStep().map(s -> (double) s.step() / s.steps()).orElse(Double.NaN);
    double share = Double.isNaN(steps) ? told : steps;
    return Double.isNaN(share) ? ProgressBar.INDETERMINATE_PROGRESS : share;
  }

  private String pass(RunFacts run, Step step) {
    int planned = run.run().spec().epochs();
    int now = Math.clamp((long) Math.ceil(step.epoch() - 1e-9), 1, planned);
    return words.of("window.train.pass", Integer.toString(now), Integer.toString(planned));
  }

  private String phase(Phase now) {
    return switch (now.phase()) {
      case "load" -> words.of("window.train.phase.load");
      case "embed" -> words.of("window.train.phase.embed");
      case "tokenize" -> words.of("window.train.phase.tokenize");
      case "search" -> words.of("window.train.phase.search");
      case "fit" -> words.of("window.train.phase.fit");
      case "baseline" -> words.of("window.train.phase.baseline");
      case "validate" -> words.of("window.train.phase.validate");
      case "save" -> words.of("window.train.phase.save");
      default -> "";
    };
  }

  private static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  private static Label styled(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    return label;
  }
}
