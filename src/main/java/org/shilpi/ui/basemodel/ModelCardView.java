package org.shilpi.ui.basemodel;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shilpi.basemodel.BaseModel;
import org.shilpi.basemodel.Footprint;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.MemoryBar;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.WordText;
import org.shilpi.ui.shell.Machine;
import org.shilpi.ui.shell.Phrases;

/// One base model: what it is, where it is from, and how it fits this machine.
final class ModelCardView extends VBox {
  private static final int MOST_LANGUAGES = 3;

  private final Messages words;
  private final GridPane facts = new GridPane(8, 4);

  ModelCardView(
      ModelCard card, boolean chosen, Optional<Machine> machine, Messages words, Runnable choose) {
    super(10);
    this.words = words;
    BaseModel model = card.model();
    getStyleClass().addAll("card", "choice-card");
    if (chosen) {
      getStyleClass().add("chosen");
    }
    setId("model-" + model.id());
    setOnMouseClicked(event -> choose.run());
    RadioButton name = new RadioButton(model.name());
    name.getStyleClass().add("title-4");
    name.setSelected(chosen);
    name.setOnAction(event -> choose.run());
    HBox.setHgrow(name, Priority.ALWAYS);
    Chip origin =
        model.builtIn()
            ? new Chip(words.of("window.home.built-in"), "small", "accent")
            : new Chip(words.of("window.home.imported"), "small");
    HBox head = new HBox(8, name, new Spacer(), origin);
    head.setAlignment(Pos.CENTER_LEFT);
    String says = words.of(model.builtIn() ? "window.model.about.built-in" : "window.model.about");
    WordText about = new WordText(says, "text-small", "text-muted").atLeast(40);
    Tooltip source = new Tooltip(words.of("window.model.source", model.origin()));
    source.setMaxWidth(420);
    source.setWrapText(true);
    Tooltip.install(about, source);
    fact(words.of("window.model.languages"), value(languages(model)));
    fact(words.of("window.model.licence"), value(licence(model)));
    fact(
        words.of("window.model.length"),
        value(words.of("window.model.tokens", model.maxPositions())));
    fact(
        words.of("window.model.size"),
        value(
            words.of(
                "window.model.weights",
                Phrases.bytes(model.bytes()),
                String.format(Locale.ENGLISH, "%.1f", model.parameters() / 1e6))));
    fact("SHA-256", hash(card));
    Region line = new Region();
    line.getStyleClass().add("hairline");
    getChildren().addAll(head, about, facts, line);
    if (card.footprint().isPresent() && machine.isPresent()) {
      getChildren().add(fit(card.footprint().get(), machine.get()));
    }
  }

  private VBox fit(Footprint needs, Machine machine) {
    ModelCard.Fit fit = ModelCard.Fit.of(needs, machine);
    String verdict =
        words.of(
            switch (fit) {
              case ROOM -> "window.model.fit.room";
              case FITS -> "window.model.fit.fits";
              case TIGHT -> "window.model.fit.tight";
              case QUICK_ONLY -> "window.model.fit.quick";
              case NOT_AT_ALL -> "window.model.fit.not";
            });
    String icon = fit.tone() == Tone.SUCCESS ? "mdoal-check_circle" : "mdmz-warning";
    Chip chip = new Chip(verdict, Icon.of(icon), "small", fit.tone().styleClass());
    HBox head =
        new HBox(
            8,
            chip,
            new Spacer(),
            caption(words.of("window.model.training", Phrases.bytes(needs.thorough()))));
    head.setAlignment(Pos.CENTER_LEFT);
    double whole = machine.memory();
    MemoryBar bar =
        new MemoryBar(
            machine.memoryUsed() / whole,
            needs.thorough() / whole,
            fit.tone() == Tone.SUCCESS ? Tone.ACCENT : fit.tone());
    HBox ends =
        new HBox(
            caption(words.of("window.model.in-use", Phrases.bytes(machine.memoryUsed()))),
            new Spacer(),
            caption(Phrases.bytes(whole)));
    HBox needed =
        new HBox(
            8,
            need(words.of("window.model.quick"), needs.quick()),
            need(words.of("window.model.thorough"), needs.thorough()),
            need(words.of("window.model.use"), needs.use()));
    VBox box = new VBox(4, bar, ends);
    return new VBox(10, head, box, needed);
  }

  private VBox need(String name, long bytes) {
    Label number = new Label(Phrases.bytes(bytes));
    number.getStyleClass().addAll("text-bold");
    VBox box = new VBox(2, caption(name), number);
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setPrefWidth(80);
    return box;
  }

  private Node hash(ModelCard card) {
    String sha = card.model().sha256();
    Label hash = new Label(sha.substring(0, 4) + "…" + sha.substring(sha.length() - 4));
    hash.getStyleClass().add("mono");
    hash.setTooltip(new Tooltip(sha));
    Label state =
        switch (card.check()) {
          case WAITING -> new Label(words.of("window.model.checking"));
          case CHECKED ->
              new Label(
                  words.of("window.model.checked"), Icon.of("mdoal-done", "small", "success"));
          case BROKEN ->
              new Label(words.of("window.model.broken"), Icon.of("mdal-error", "small", "danger"));
        };
    state
        .getStyleClass()
        .addAll(
            "text-small",
            switch (card.check()) {
              case WAITING -> "text-subtle";
              case CHECKED -> "text-success";
              case BROKEN -> "text-danger";
            });
    state.setGraphicTextGap(2);
    HBox both = new HBox(6, hash, state);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  private String languages(BaseModel model) {
    if (model.languages().isEmpty()) {
      return words.of("window.model.unknown");
    }
    String named =
        model.languages().stream()
            .limit(MOST_LANGUAGES)
            .map(code -> Locale.of(code).getDisplayLanguage(words.locale()))
            .collect(Collectors.joining(", "));
    int more = model.languages().size() - MOST_LANGUAGES;
    return more > 0 ? words.of("window.model.languages.more", named, more) : named;
  }

  private String licence(BaseModel model) {
    return List.of("", "unknown").contains(model.licence())
        ? words.of("window.model.licence.unknown")
        : model.licence();
  }

  private void fact(String name, Node value) {
    Label label = new Label(name);
    label.getStyleClass().addAll("text-small", "text-subtle");
    label.setMinWidth(USE_PREF_SIZE);
    facts.addRow(facts.getRowCount(), label, value);
  }

  private static Label value(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("text-small");
    return label;
  }

  private static Label caption(String words) {
    Label label = new Label(words);
    label.getStyleClass().addAll("text-caption", "text-subtle");
    return label;
  }
}
