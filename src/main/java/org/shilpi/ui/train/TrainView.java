package org.shilpi.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.shilpi.job.Progress;
import org.shilpi.text.Messages;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.control.ActionBar;
import org.shilpi.ui.control.PageBody;
import org.shilpi.ui.control.ProgressStrip;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.shell.Page;
import org.shilpi.ui.shell.Phrases;

/// The Train page.
public final class TrainView implements Page {
  private final TrainViewModel model;
  private final Messages words;
  private final PageBody body = new PageBody();
  private final TrainActions actions;
  private Optional<ChoicePane> choosing = Optional.empty();
  private Optional<RunPane> showing = Optional.empty();

  public TrainView(TrainViewModel model, Messages words) {
    this.model = model;
    this.words = words;
    this.actions = new TrainActions(model, words);
    body.setId("train");
    Watch.on(body, model.pickedProperty(), picked -> build());
    Watch.on(body, model.runsProperty(), runs -> build());
    Watch.on(body, model.countsProperty(), counts -> build());
    Watch.on(body, model.gateProperty(), counts -> build());
    Watch.on(body, model.jobProperty(), this::follow);
    Watch.on(body, model.historyProperty(), history -> draw());
    Watch.on(body, model.stoppingProperty(), stopping -> actions.show());
    Watch.on(
        body,
        model.forecastsProperty(),
        known -> {
          choosing.ifPresent(pane -> pane.show(known));
          actions.show();
        });
    Watch.on(
        body,
        model.choiceProperty(),
        choice -> {
          choosing.ifPresent(pane -> pane.show(choice));
          actions.show();
        });
  }

  @Override
  public Node node() {
    return body;
  }

  @Override
  public ActionBar actionBar() {
    return actions.bar();
  }

  @Override
  public void shown() {
    model.refresh();
  }

  private void follow(Optional<FxJob> job) {
    job.ifPresent(going -> Watch.on(body, going.progressProperty(), progress -> draw()));
    build();
  }

  private void build() {
    List<RunFacts> runs = model.runsProperty().get();
    Optional<RunFacts> picked = model.pickedProperty().get();
    choosing = Optional.empty();
    showing = Optional.empty();
    if (picked.isPresent()) {
      RunPane pane =
          new RunPane(
              picked.get(), model.historyProperty().get(), model.modelName(picked.get()), words);
      showing = Optional.of(pane);
      RunCards cards = new RunCards(runs, picked.get().id(), words, model::pick);
      body.show(pane, cards);
    } else if (model.jobProperty().get().isPresent()) {
      body.show(preparing());
    } else {
      ChoicePane pane =
          new ChoicePane(
              model.choiceProperty().get(),
              new Material(model.countsProperty().get()),
              runs,
              model.forecastsProperty().get(),
              model.freeMemory(),
              words,
              model::choose);
      choosing = Optional.of(pane);
      List<Node> shown =
          new ArrayList<>(
              GateBanner.of(model.gateProperty().get(), words, model::goToPrivacy).stream()
                  .toList());
      shown.add(pane);
      if (!runs.isEmpty()) {
        shown.add(new RunCards(runs, 0, words, model::pick));
      }
      body.show(shown.toArray(Node[]::new));
    }
    draw();
  }

  /// Until the run has a number: the data is being frozen.
  private ProgressStrip preparing() {
    ProgressStrip strip = new ProgressStrip(words.of("window.train.stop"), model::stop);
    strip.show(words.of("window.train.preparing"), Double.NaN, "");
    model
        .jobProperty()
        .get()
        .ifPresent(job ->
            Watch.on(
                strip,
                job.progressProperty(),
                newest ->
                    newest.ifPresent(p ->
                        strip.show(
                            Phrases.doing(words, p), p.fraction(), Phrases.timeLeft(words, p)))));
    return strip;
  }

  private void draw() {
    Optional<RunFacts> picked = model.pickedProperty().get();
    showing.ifPresent(pane ->
        picked.ifPresent(run -> {
          boolean learning = model.pickedIsLearning();
          Optional<Progress> progress =
              learning
                  ? model.jobProperty().get().flatMap(job -> job.progressProperty().get())
                  : Optional.empty();
          pane.show(run, model.historyProperty().get(), learning, progress);
        }));
    actions.show();
  }
}
