package org.shilpi.ui.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.shilpi.ui.control.WordText;
import org.shilpi.ui.shell.Phrases;
import org.shilpi.ui.train.Forecasts.Known;

/// Before a run: how deep, from what, with which knobs.
final class ChoicePane extends VBox {
  private static final double MEBI = 1024.0 * 1024.0;

  /// Watt-hours; a laptop's battery holds about 50.
  private static final double MOST_OF_A_BATTERY = 40;

  private final Messages words;
  private final Material material;
  private final List<RunFacts> runs;
  private final Consumer<TrainingChoice> changed;
  private final VBox knobs = new VBox();
  private final Optional<Long> freeMemory;
  private final Map<Method, MethodCard> cards = new EnumMap<>(Method.class);
  private TrainingChoice choice;
  private Known forecasts;

  ChoicePane(
      TrainingChoice choice,
      Material material,
      List<RunFacts> runs,
      Known forecasts,
      Optional<Long> freeMemory,
      Messages words,
      Consumer<TrainingChoice> changed) {
    super(16);
    this.forecasts = forecasts;
    this.freeMemory = freeMemory;
    this.words = words;
    this.material = material;
    this.runs = runs;
    this.choice = choice;
    this.changed = changed;
    ToggleGroup group = new ToggleGroup();
    GridPane row = new GridPane(14, 14);
    for (Method method : Method.values()) {
      ColumnConstraints third = new ColumnConstraints();
      third.setPercentWidth(100.0 / Method.values().length);
      row.getColumnConstraints().add(third);
      MethodCard card = card(method);
      card.radio().setToggleGroup(group);
      card.radio().setId("method-" + method.id());
      card.radio().setSelected(choice.method() == method);
      card.radio().setOnAction(event -> changed.accept(this.choice.with(method)));
      cards.put(method, card);
      row.add(card, method.ordinal(), 0);
    }
    WordText origin =
        new WordText(words.of("window.train.forecast.origin"), "text-caption", "text-muted");
    getChildren()
        .addAll(advice(), new VBox(8, row, origin), knobs, new MaterialCard(material, words));
    show(forecasts);
    show(choice, true);
  }

  void show(TrainingChoice newChoice) {
    show(newChoice, newChoice.method() != choice.method());
  }

  void show(Known newForecasts) {
    forecasts = newForecasts;
    cards.forEach((method, card) -> {
      card.show(forecasts.of(method), forecasts.measuring(), facts(method));
    });
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
    MethodCard card =
        new MethodCard(
            Phrases.method(words, method),
            words.of(
                switch (method) {
                  case QUICK -> "window.train.quick.does";
                  case BALANCED -> "window.train.balanced.does";
                  case THOROUGH -> "window.train.thorough.does";
                }),
            words);
    if (method == Method.QUICK && done(Method.QUICK).isEmpty() && material.enough()) {
      card.with(new Chip(words.of("window.train.recommended"), "accent", "small"));
    } else if (method == Method.THOROUGH && !material.plenty() && material.enough()) {
      card.with(new Chip(words.of("window.train.few-labels"), "warning", "small"));
    }
    return card;
  }

  private List<MethodCard.Fact> facts(Method method) {
    List<MethodCard.Fact> facts = new ArrayList<>();
    forecasts
        .of(method)
        .ifPresent(forecast -> {
          double memory = forecast.memoryMb().likely() * MEBI;
          facts.add(
              new MethodCard.Fact(
                  "mdomz-memory",
                  words.of("window.train.fact.memory"),
                  freeMemory
                      .map(free ->
                          words.of(
                              "window.train.fact.memory.of",
                              Phrases.bytes(memory),
                              Phrases.bytes(free)))
                      .orElseGet(() -> Phrases.bytes(memory)),
                  freeMemory.filter(free -> memory > free).isPresent()));
          facts.add(
              new MethodCard.Fact(
                  "mdomz-storage",
                  words.of("window.train.fact.disk"),
                  Phrases.bytes(forecast.diskMb().likely() * MEBI),
                  false));
          facts.add(
              new MethodCard.Fact(
                  "mdoal-battery_charging_full",
                  words.of("window.train.fact.energy"),
                  energy(forecast.wattHours().likely()),
                  forecast.wattHours().likely() > MOST_OF_A_BATTERY));
        });
    boolean quick = method == Method.QUICK;
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
            words.of(
                "window.train.fact.wants.texts",
                method == Method.THOROUGH ? Material.PLENTY : Material.FEW),
            method == Method.THOROUGH && !material.plenty()));
    facts.add(
        new MethodCard.Fact(
            "mdomz-speed",
            words.of("window.train.fact.last"),
            done(method).map(this::last).orElseGet(() -> words.of("window.train.fact.last.none")),
            false));
    return facts;
  }

  private String energy(double wattHours) {
    if (wattHours < 0.1) {
      return words.of("window.train.fact.energy.little");
    }
    return words.of(
        wattHours > MOST_OF_A_BATTERY
            ? "window.train.fact.energy.plug"
            : "window.train.fact.energy.about",
        String.format(Locale.ENGLISH, wattHours < 10 ? "%.1f" : "%.0f", wattHours));
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
