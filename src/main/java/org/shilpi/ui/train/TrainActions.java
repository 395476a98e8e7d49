package org.shilpi.ui.train;

import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;
import org.shilpi.text.Messages;
import org.shilpi.train.RunState;
import org.shilpi.ui.control.ActionBar;
import org.shilpi.ui.shell.Phrases;
import org.shilpi.ui.shell.Place;

/// The foot of the Train page: its one action follows what is in view.
final class TrainActions {
  private final TrainViewModel model;
  private final Messages words;
  private final ActionBar bar = new ActionBar();
  private final Button start = primary("start-training", "mdomz-play_arrow");
  private final Button resume = primary("resume-training", "mdomz-play_arrow");
  private final Button evaluate = primary("go-evaluate", "mdoal-arrow_forward");
  private final Button stop = ActionBar.quiet("", "mdomz-stop");
  private final Button again = ActionBar.quiet("", "mdomz-refresh");

  TrainActions(TrainViewModel model, Messages words) {
    this.model = model;
    this.words = words;
    Button back = ActionBar.quiet(Place.LABEL.name(words), "mdoal-arrow_back");
    back.setOnAction(event -> model.go(Place.LABEL));
    again.setText(words.of("window.train.again"));
    again.setId("train-again");
    stop.setId("stop-training");
    start.setOnAction(event -> model.start());
    stop.setOnAction(event -> model.stop());
    again.setOnAction(event -> model.chooseNext());
    evaluate.setOnAction(event -> model.go(Place.EVALUATE));
    resume.setOnAction(event -> model.pickedProperty().get().ifPresent(model::resume));
    bar.left(back, again).right(start, resume, stop, evaluate);
    show();
  }

  ActionBar bar() {
    return bar;
  }

  void show() {
    Optional<RunFacts> picked = model.pickedProperty().get();
    boolean busy = model.jobProperty().get().isPresent();
    boolean choosing = picked.isEmpty() && !busy;
    TrainingChoice choice = model.choiceProperty().get();
    boolean enough = new Material(model.countsProperty().get()).enough();
    visible(start, choosing);
    String method = Phrases.method(words, choice.method());
    start.setText(
        model
            .forecastsProperty()
            .get()
            .of(choice.method())
            .map(forecast ->
                words.of(
                    "window.train.start.time",
                    method,
                    Phrases.duration(
                        words, Duration.ofMillis(Math.round(forecast.seconds().likely() * 1000)))))
            .orElseGet(() -> words.of("window.train.start", method)));
    start.setDisable(!enough || choice.problem().isPresent());
    visible(stop, busy);
    stop.setDisable(model.stoppingProperty().get());
    stop.setText(
        words.of(model.stoppingProperty().get() ? "window.train.stopping" : "window.train.stop"));
    visible(again, picked.isPresent() && !busy);
    visible(resume, !busy && picked.filter(RunFacts::resumable).isPresent());
    resume.setText(
        picked.map(run -> words.of("window.train.resume", Long.toString(run.id()))).orElse(""));
    visible(evaluate, !busy && picked.filter(run -> run.state() == RunState.DONE).isPresent());
    evaluate.setText(
        picked.map(run -> words.of("window.train.evaluate", Long.toString(run.id()))).orElse(""));
    bar.fact(fact(picked, busy, enough, choice));
  }

  private String fact(
      Optional<RunFacts> picked, boolean busy, boolean enough, TrainingChoice choice) {
    if (busy) {
      return words.of(
          model.historyProperty().get().checkpoint() > 0
              ? "window.train.fact.safe"
              : "window.train.fact.meanwhile");
    }
    if (picked.isEmpty()) {
      if (!enough) {
        return words.of("window.train.fact.little");
      }
      return choice.problem().isPresent()
          ? words.of("window.train.fact.knob")
          : words.of("window.train.fact.meanwhile");
    }
    if (picked.filter(RunFacts::resumable).isEmpty()) {
      return "";
    }
    return words.of(
        model.historyProperty().get().checkpoint() > 0
            ? "window.train.fact.resume"
            : "window.train.fact.anew");
  }

  private static Button primary(String id, String icon) {
    Button button = ActionBar.primary("", icon);
    button.setId(id);
    return button;
  }

  private static void visible(Button button, boolean visible) {
    button.setVisible(visible);
    button.setManaged(visible);
  }
}
