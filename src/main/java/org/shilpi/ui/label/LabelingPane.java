package org.shilpi.ui.label;

import atlantafx.base.controls.Spacer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.KeyCap;
import org.shilpi.ui.control.Watch;

/// The text with its labels below, and beside it the rules, the newest decisions, and the pace.
final class LabelingPane extends HBox {
  private static final double SIDE = 356;
  private static final double WIDE_SIDE = 420;
  private static final double WIDE_FROM = 1580;
  private static final double CAPS_SHARE = 0.34;

  private final TextCard text;
  private final DoneCard done;
  private final StackPane stage;
  private final CapGrid caps;
  private final Node keys;
  private final RulesCard rules;
  private final DecisionsCard decisions;
  private final PaceCard pace;
  private final VBox side;

  LabelingPane(LabelViewModel model, Messages words, Runnable openRules, Runnable newLabel) {
    super(16);
    text = new TextCard(model, words);
    done = new DoneCard(words, () -> model.move(false));
    stage = new StackPane(done, text);
    stage.setMinHeight(130);
    VBox.setVgrow(stage, Priority.ALWAYS);
    caps =
        new CapGrid(label -> {
          text.requestFocus();
          model.pick(label);
        });
    keys = keys(words, newLabel);
    VBox main = new VBox(10, stage, caps, keys);
    // The grid holds its focus rings inside itself; outside it lines up with the text.
    VBox.setMargin(caps, new Insets(-CapGrid.EDGE));
    main.setMinWidth(0);
    HBox.setHgrow(main, Priority.ALWAYS);
    rules = new RulesCard(words, openRules);
    VBox.setVgrow(rules, Priority.ALWAYS);
    rules.setMaxHeight(USE_PREF_SIZE);
    decisions =
        new DecisionsCard(
            words,
            number -> {
              text.requestFocus();
              model.show(number);
            });
    pace = new PaceCard(words);
    side = new VBox(12, rules, decisions, pace);
    side.setMinWidth(SIDE);
    getChildren().addAll(main, side);
    Watch.on(this, model.deskProperty(), this::show);
    Watch.on(this, model.rules().guidelinesProperty(), rules::show);
    Watch.any(
        this,
        model.paceProperty(),
        () -> pace.show(model.paceProperty().get(), left(model.deskProperty().get())));
    heightProperty().addListener(change -> limitCaps());
  }

  private static int left(Desk desk) {
    return desk.texts() - desk.labeled();
  }

  private static Node keys(Messages words, Runnable newLabel) {
    HBox caps =
        new HBox(
            16,
            KeyCap.with("Space", words.of("label.key.skip")),
            KeyCap.with("Backspace", words.of("label.key.undo")),
            KeyCap.with("←", words.of("label.key.previous")),
            KeyCap.with("→", words.of("label.key.next")),
            KeyCap.with("H", words.of("label.key.all")));
    caps.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    HBox.setHgrow(caps, Priority.ALWAYS);
    Button add = new Button(words.of("label.new"), Icon.of("mdoal-add", "small"));
    add.getStyleClass().addAll("small", "flat");
    add.setId("new-label");
    add.setMinWidth(USE_PREF_SIZE);
    add.setOnAction(event -> newLabel.run());
    HBox row = new HBox(6, caps, new Spacer(0), add, new KeyCap("+"));
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    row.setMinHeight(USE_PREF_SIZE);
    return row;
  }

  private void show(Desk desk) {
    boolean labeling = desk.phase() == Desk.Phase.LABELING;
    boolean over = desk.phase() == Desk.Phase.ALL_LABELED;
    text.setVisible(labeling);
    done.setVisible(over);
    for (Node node : new Node[] {caps, keys}) {
      node.setVisible(!over);
      node.setManaged(!over);
    }
    if (labeling) {
      text.show(desk);
    }
    if (over) {
      done.show(desk);
    }
    caps.show(desk);
    decisions.show(desk);
    pace.show(java.util.Optional.empty(), 0);
    limitCaps();
  }

  private void limitCaps() {
    caps.limit(getHeight() * CAPS_SHARE);
  }

  /// Shows the side column in the room that there is, or not at all.
  void fit(double width, boolean narrow) {
    side.setVisible(!narrow);
    side.setManaged(!narrow);
    double wide = width >= WIDE_FROM ? WIDE_SIDE : SIDE;
    side.setMinWidth(wide);
    side.setPrefWidth(wide);
    side.setMaxWidth(wide);
  }

  TextCard text() {
    return text;
  }

  /// Takes the focus to where the keys belong: the text, or what stands in its place.
  void focus() {
    (done.isVisible() ? done : text).requestFocus();
  }

  /// Whether the focus is there.
  boolean holds(Object target) {
    return target == text || target == done;
  }

  void flash(int label) {
    caps.flash(label);
  }
}
