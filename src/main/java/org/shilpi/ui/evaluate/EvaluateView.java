package org.shilpi.ui.evaluate;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.TargetEvaluation;
import org.shilpi.text.Messages;
import org.shilpi.train.Run;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.control.ActionBar;
import org.shilpi.ui.control.EmptyState;
import org.shilpi.ui.control.PageBody;
import org.shilpi.ui.control.ProgressStrip;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.evaluate.EvaluateViewModel.Judged;
import org.shilpi.ui.shell.Page;
import org.shilpi.ui.shell.Phrases;
import org.shilpi.ui.shell.Place;

/// The Evaluate page.
public final class EvaluateView implements Page {
  private final EvaluateViewModel model;
  private final Messages words;
  private final PageBody body = new PageBody();
  private final ActionBar actions = new ActionBar();
  private final ComboBox<Run> runs = new ComboBox<>();
  private final Button label;
  private final Button save;
  private Optional<Judgement> judgement = Optional.empty();

  public EvaluateView(EvaluateViewModel model, Messages words) {
    this.model = model;
    this.words = words;
    body.setId("evaluate");
    Button back = ActionBar.quiet(Place.TRAIN.name(words), "mdoal-arrow_back");
    back.setOnAction(event -> model.go(Place.TRAIN));
    runs.setId("evaluated-run");
    runs.setAccessibleText(words.of("window.evaluate.choose"));
    runs.setConverter(new RunNames());
    runs.valueProperty()
        .addListener((property, before, now) -> {
          if (now != null) {
            model.pick(now);
          }
        });
    label = ActionBar.primary(words.of("window.evaluate.label"), "mdoal-arrow_forward");
    label.setId("label-more");
    label.setOnAction(event -> model.go(Place.LABEL));
    save = ActionBar.quiet(words.of("window.evaluate.save"), "mdomz-save_alt");
    save.setId("save-report");
    save.setOnAction(event -> saveReport());
    actions.left(back, save, runs).right(label);
    Watch.on(body, model.runsProperty(), this::showRuns);
    Watch.on(body, model.judgedProperty(), judged -> build());
    Watch.on(body, model.jobProperty(), job -> build());
    Watch.on(body, model.cellProperty(), cell -> showTexts());
    Watch.on(body, model.textsProperty(), texts -> showTexts());
  }

  @Override
  public Node node() {
    return body;
  }

  @Override
  public ActionBar actionBar() {
    return actions;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  private void showRuns(List<Run> finished) {
    runs.getItems().setAll(finished);
    runs.setVisible(finished.size() > 1);
    runs.setManaged(finished.size() > 1);
    model.judgedProperty().get().ifPresent(now -> runs.setValue(now.run()));
  }

  private void build() {
    Optional<Judged> judged = model.judgedProperty().get();
    judgement = Optional.empty();
    Optional<FxJob> job = model.jobProperty().get();
    showActions(false);
    actions.fact("");
    if (job.isPresent()) {
      body.show(going(job.get()));
    } else if (judged.isEmpty()) {
      body.show(none());
    } else {
      judged
          .get()
          .assessment()
          .ifPresentOrElse(
              assessment -> {
                switch (assessment) {
                  case Evaluation evaluation -> show(judged.get(), evaluation);
                  case TargetEvaluation evaluation -> show(judged.get(), evaluation);
                }
              },
              () -> body.show(notYet(judged.get().run())));
      runs.setValue(judged.get().run());
    }
  }

  private void show(Judged judged, Evaluation evaluation) {
    Judgement all =
        new Judgement(
            judged, evaluation, model.before(), model.cellProperty().get(), words, model::choose);
    judgement = Optional.of(all);
    body.show(all);
    showActions(true);
    int wrong = (int) Math.round(evaluation.n() * (1 - evaluation.accuracy()));
    actions.fact(words.of("window.evaluate.fact", wrong, evaluation.n()));
    showTexts();
  }

  private void show(Judged judged, TargetEvaluation evaluation) {
    body.show(new TargetJudgement(judged, evaluation, model.before(), words));
    actions.fact(
        words.of(
            "window.evaluate.target.fact",
            evaluation.n() - evaluation.exactTexts(),
            evaluation.n()));
  }

  private void showActions(boolean evaluated) {
    for (Button button : List.of(label, save)) {
      button.setVisible(evaluated);
      button.setManaged(evaluated);
    }
  }

  private void saveReport() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.of("window.evaluate.save"));
    chooser.setInitialFileName(model.reportName());
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(words.of("window.evaluate.html"), "*.html"));
    File file = chooser.showSaveDialog(body.getScene().getWindow());
    if (file != null) {
      model.saveReport(file.toPath(), words);
    }
  }

  private void showTexts() {
    judgement.ifPresent(all -> all.show(model.cellProperty().get(), model.textsProperty().get()));
  }

  private ProgressStrip going(FxJob job) {
    ProgressStrip strip = new ProgressStrip(words.of("window.evaluate.stop"), model::stop);
    strip.show(words.of("window.evaluate.going"), Double.NaN, "");
    Watch.on(
        strip,
        job.progressProperty(),
        newest ->
            newest.ifPresent(p ->
                strip.show(Phrases.doing(words, p), p.fraction(), Phrases.timeLeft(words, p))));
    return strip;
  }

  private Node none() {
    Button train = ActionBar.primary(words.of("window.evaluate.none.go"), "mdoal-arrow_forward");
    train.setOnAction(event -> model.go(Place.TRAIN));
    return middle(
        new EmptyState(
            words.of("window.evaluate.none"), words.of("window.evaluate.none.why"), "", train));
  }

  private Node notYet(Run run) {
    String number = Long.toString(run.id());
    Button evaluate =
        ActionBar.primary(words.of("window.evaluate.start", number), "mdomz-play_arrow");
    evaluate.setId("start-evaluation");
    evaluate.setOnAction(event -> model.evaluate());
    return middle(
        new EmptyState(
            words.of("window.evaluate.not-yet", number),
            words.of("window.evaluate.not-yet.why"),
            words.of("window.evaluate.not-yet.hint"),
            evaluate));
  }

  private static Node middle(EmptyState node) {
    node.setMaxHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    StackPane middle = new StackPane(node);
    middle.setAlignment(Pos.CENTER);
    javafx.scene.layout.VBox.setVgrow(middle, javafx.scene.layout.Priority.ALWAYS);
    return middle;
  }

  private final class RunNames extends StringConverter<Run> {
    @Override
    public String toString(@Nullable Run run) {
      return run == null ? "" : Phrases.run(words, run);
    }

    @Override
    public @Nullable Run fromString(String typed) {
      return null;
    }
  }
}
