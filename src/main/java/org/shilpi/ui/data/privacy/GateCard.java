package org.shilpi.ui.data.privacy;

import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Glyphs;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;

/// What hiding does to the texts, before and after, and the ways through the gate.
final class GateCard extends VBox {
  private final ToggleSwitch keep = new ToggleSwitch();

  GateCard(PrivacyViewModel.Gate gate, PrivacyViewModel model, Messages words) {
    super(12);
    getStyleClass().add("card");
    setId("privacy-gate");
    Label title = new Label(words.of("window.privacy.ways"), Icon.of("mdomz-security", "accent"));
    title.getStyleClass().add("title-4");
    getChildren().add(title);
    if (!gate.samples().isEmpty()) {
      getChildren().add(samples(gate, words));
    }
    keep.setText(words.of("window.privacy.keep"));
    keep.setSelected(true);
    keep.setMaxWidth(Double.MAX_VALUE);
    keep.setId("keep-originals");
    if (gate.toHide() > 0) {
      Button hide = new Button(words.of("window.privacy.hide", gate.toHide()));
      hide.setId("hide-all");
      hide.getStyleClass().add("accent");
      hide.setMaxWidth(Double.MAX_VALUE);
      hide.setOnAction(event -> model.hide(keep.isSelected()));
      getChildren()
          .addAll(
              note(words.of("window.privacy.hide.means")),
              keep,
              note(words.of("window.privacy.keep.means")),
              hide);
    }
    if (gate.unsure() > 0) {
      Button look = new Button(words.of("window.privacy.look", gate.unsure()));
      look.setId("look-through");
      look.setMaxWidth(Double.MAX_VALUE);
      look.setOnAction(event -> model.look());
      getChildren().add(look);
    }
    originals(gate, model, words);
    if (gate.hidden() > 0) {
      beyond(gate, words);
    }
    if (gate.open() > 0 && gate.waiver().isEmpty()) {
      waive(model, words);
    }
  }

  private static GridPane samples(PrivacyViewModel.Gate gate, Messages words) {
    GridPane grid = new GridPane(10, 6);
    grid.getStyleClass().add("reading");
    ColumnConstraints name = new ColumnConstraints();
    name.setHalignment(HPos.LEFT);
    ColumnConstraints text = new ColumnConstraints();
    text.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(name, text);
    for (Hint hint : gate.samples()) {
      WordText before = new WordText(start(hint), "text-small");
      before.add(Glyphs.plain(hint.value()), "strong");
      WordText after = new WordText(start(hint), "text-small");
      after.add(Glyphs.plain(hint.instead()), "strong", "private");
      grid.addRow(grid.getRowCount(), caption(words.of("window.privacy.before")), before);
      grid.addRow(grid.getRowCount(), caption(words.of("window.privacy.after")), after);
    }
    return grid;
  }

  // As many words as fit in front of it on a line.
  private static String start(Hint hint) {
    String before = Glyphs.plain(hint.before());
    int from = Math.max(0, before.length() - 24);
    int word = before.indexOf(' ', from);
    return from == 0 || word < 0 ? before : "… " + before.substring(word + 1);
  }

  private static Label caption(String words) {
    Label caption = new Label(words);
    caption.getStyleClass().addAll("text-caption", "text-subtle");
    caption.setMinWidth(USE_PREF_SIZE);
    GridPane.setValignment(caption, VPos.TOP);
    return caption;
  }

  private static WordText note(String words) {
    return new WordText(words, "text-small", "text-muted");
  }

  private void originals(PrivacyViewModel.Gate gate, PrivacyViewModel model, Messages words) {
    if (gate.originals() == 0) {
      return;
    }
    Button undo =
        new Button(words.of("window.privacy.undo", gate.originals()), Icon.of("mdomz-undo"));
    undo.setId("bring-back");
    undo.setMaxWidth(Double.MAX_VALUE);
    undo.setOnAction(event -> model.undo());
    Button drop = new Button(words.of("window.privacy.drop"));
    drop.setId("drop-originals");
    drop.setMaxWidth(Double.MAX_VALUE);
    drop.setOnAction(event -> {
      // Asked twice: nothing brings them back.
      drop.setText(words.of("window.privacy.drop.sure"));
      drop.getStyleClass().add("danger");
      drop.setOnAction(again -> model.dropOriginals());
    });
    getChildren().addAll(note(words.of("window.privacy.originals", gate.originals())), undo, drop);
  }

  // What no search of this program reaches.
  private void beyond(PrivacyViewModel.Gate gate, Messages words) {
    getChildren().add(note(words.of("window.privacy.beyond")));
    if (!gate.earlier().isEmpty()) {
      String runs = gate.earlier().stream().map(String::valueOf).collect(Collectors.joining(", "));
      getChildren().add(note(words.of("window.privacy.earlier", runs)));
    }
  }

  private void waive(PrivacyViewModel model, Messages words) {
    TextField reason = new TextField();
    reason.setPromptText(words.of("window.privacy.reason"));
    reason.setId("waive-reason");
    Button waive = new Button(words.of("window.privacy.waive"));
    waive.setId("waive");
    waive.setMaxWidth(Double.MAX_VALUE);
    waive.disableProperty().bind(reason.textProperty().map(String::isBlank));
    waive.setOnAction(event -> model.waive(reason.getText()));
    getChildren().addAll(note(words.of("window.privacy.waive.means")), reason, waive);
  }
}
