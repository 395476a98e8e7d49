package org.shilpi.ui.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.train.Method;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingResult;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;
import org.shilpi.ui.shell.Phrases;

/// Before a run: how deep, from what, with which knobs.
final class ChoicePane extends VBox {
  private static final double MEBI = 1024.0 * 1024.0;

  private final Messages words;
  private final Material material;
  private final List<RunFacts> runs;
  private final Consumer<TrainingChoice> changed;
  private final VBox knobs = new VBox();
  private TrainingChoice choice;

  ChoicePane(
      TrainingChoice choice,
      Material material,
      List<RunFacts> runs,
      Messages words,
      Consumer<TrainingChoice> changed) {
    super(16);
    this.words = words;
    this.material = material;
    this.runs = runs;
    this.choice = choice;
    this.changed = changed;
    MethodCard quick = card(Method.QUICK);
    MethodCard thorough = card(Method.THOROUGH);
    ToggleGroup group = new ToggleGroup();
    quick.radio().setToggleGroup(group);
    thorough.radio().setToggleGroup(group);
    quick.radio().setId("method-quick");
    thorough.radio().setId("method-thorough");
    (choice.method() == Method.QUICK ? quick : thorough).radio().setSelected(true);
    quick.radio().setOnAction(event -> changed.accept(this.choice.with(Method.QUICK)));
    thorough.radio().setOnAction(event -> changed.accept(this.choice.with(Method.THOROUGH)));
    GridPane cards = new GridPane(14, 14);
    for (int i = 0; i < 3; i++) {
      ColumnConstraints third = new ColumnConstraints();
      third.setPercentWidth(100.0 / 3);
      cards.getColumnConstraints().add(third);
    }
    cards.addRow(0, quick, thorough, new MaterialCard(material, words));
    getChildren().addAll(advice(), cards, knobs);
    show(choice, true);
  }

  void show(TrainingChoice newChoice) {
    show(newChoice, newChoice.method() != choice.method());
  }

  private void show(TrainingChoice newChoice, boolean anew) {
    choice = newChoice;
    if (anew) {
      boolean open =
          !knobs.getChildren().isEmpty()
              && ((KnobsPane) knobs.getChildren().getFirst()).isExpanded();
      KnobsPane pane = new KnobsPane(choice, words, changed);
      pane.setAnimated(false);
      pane.setExpanded(open);
      knobs.getChildren().setAll(pane);
    } else {
      ((KnobsPane) knobs.getChildren().getFirst()).show(choice);
    }
  }

  private VerdictBanner advice() {
    if (!material.enough()) {
      return new VerdictBanner(
          Tone.WARNING,
          words.of("window.train.advice.little"),
          words.of("window.train.advice.little.why", Material.LEAST));
    }
    boolean quickDone = done(Method.QUICK).isPresent();
    if (!quickDone) {
      return new VerdictBanner(
          Tone.ACCENT,
          words.of("window.train.advice.quick"),
          words.of("window.train.advice.quick.why"));
    }
    boolean plenty = material.plenty();
    return new VerdictBanner(
        Tone.ACCENT,
        words.of(plenty ? "window.train.advice.thorough" : "window.train.advice.labels"),
        words.of(
            plenty ? "window.train.advice.thorough.why" : "window.train.advice.labels.why",
            Material.PLENTY));
  }

  private MethodCard card(Method method) {
    boolean quick = method == Method.QUICK;
    List<MethodCard.Fact> facts = new ArrayList<>();
    facts.add(
        new MethodCard.Fact(
            "mdoal-loop",
            words.of("window.train.fact.passes"),
            quick
                ? words.of("window.train.fact.passes.one")
                : words.of("window.train.fact.passes.some", choice.passes()),
            false));
    facts.add(
        new MethodCard.Fact(
            "mdoal-article",
            words.of("window.train.fact.wants"),
            words.of("window.train.fact.wants.texts", quick ? Material.FEW : Material.PLENTY),
            !quick && !material.plenty()));
    facts.add(
        new MethodCard.Fact(
            "mdomz-stop",
            words.of("window.train.fact.stop"),
            words.of(quick ? "window.train.fact.stop.quick" : "window.train.fact.stop.deep"),
            false));
    facts.add(
        new MethodCard.Fact(
            "mdomz-speed",
            words.of("window.train.fact.last"),
            done(method).map(this::last).orElseGet(() -> words.of("window.train.fact.last.none")),
            false));
    MethodCard card =
        new MethodCard(
            RunCard.method(method, words),
            words.of(quick ? "window.train.quick.does" : "window.train.thorough.does"),
            facts);
    if (quick && done(Method.QUICK).isEmpty() && material.enough()) {
      card.with(new Chip(words.of("window.train.recommended"), "accent", "small"));
    } else if (!quick && !material.plenty() && material.enough()) {
      card.with(new Chip(words.of("window.train.few-labels"), "warning", "small"));
    }
    return card;
  }

  /// The newest finished run of a method on this machine: the only times that were measured.
  private Optional<RunFacts> done(Method method) {
    return runs.stream()
        .filter(run -> run.state() == RunState.DONE && run.run().spec().method() == method)
        .findFirst();
  }

  private String last(RunFacts run) {
    TrainingResult result = run.run().result().orElseThrow();
    Duration time = Duration.ofMillis(Math.round(result.seconds() * 1000));
    return words.of(
        "window.train.fact.last.took",
        Phrases.duration(words, time),
        Phrases.bytes(result.peakRssMb() * MEBI),
        run.learnedFrom());
  }
}
