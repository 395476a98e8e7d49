package org.shilpi.ui.label;

import atlantafx.base.controls.Spacer;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.LabelTag;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.control.WordText;

/// The text to decide about: its number and where it comes from, its head if it is a mail, and its
/// words.
final class TextCard extends VBox {
  private final LabelViewModel model;
  private final Messages words;
  private final HBox said = new HBox(8);
  private final Label number = new Label();
  private final Label source = new Label();
  private final Button back;
  private final Button forth;
  private final GridPane head = new GridPane(12, 4);
  private final Paper paper;
  private Optional<Sheet> shown = Optional.empty();

  TextCard(LabelViewModel model, Messages words) {
    this.model = model;
    this.words = words;
    paper = new Paper(words, () -> turn(true));
    getStyleClass().addAll("card", "text-card");
    setId("text-card");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    setOnMousePressed(event -> requestFocus());
    number.getStyleClass().add("text-bold");
    source.getStyleClass().addAll("text-caption", "text-subtle");
    number.setMinWidth(USE_PREF_SIZE);
    said.setAlignment(Pos.CENTER_RIGHT);
    said.setMinWidth(USE_PREF_SIZE);
    back = arrow("mdoal-arrow_back", words.of("label.previous"), false);
    forth = arrow("mdoal-arrow_forward", words.of("label.next"), true);
    HBox top = new HBox(8, number, source, new Spacer(), said, back, forth);
    top.getStyleClass().add("text-top");
    head.getStyleClass().add("text-head");
    VBox.setVgrow(paper, Priority.ALWAYS);
    getChildren().addAll(top, head, paper);
    Watch.on(this, model.partProperty(), part -> showPart());
  }

  private Button arrow(String icon, String name, boolean forward) {
    Button button = new Button("", Icon.of(icon));
    button.getStyleClass().addAll("icon-button", "small");
    button.setTooltip(new Tooltip(name));
    button.setAccessibleText(name);
    button.setId(forward ? "next-text" : "previous-text");
    button.setOnAction(event -> {
      requestFocus();
      model.move(forward);
    });
    return button;
  }

  void show(Desk desk) {
    Sheet sheet = desk.sheet().orElseThrow();
    boolean sameText = shown.filter(old -> old.number() == sheet.number()).isPresent();
    shown = Optional.of(sheet);
    number.setText(words.of("label.text", sheet.number()));
    back.setDisable(sheet.number() <= 1);
    forth.setDisable(sheet.number() >= desk.texts());
    showSaid(desk, sheet);
    showSource(sheet);
    if (!sameText) {
      showHead(sheet);
      showPart();
    }
  }

  private void showSaid(Desk desk, Sheet sheet) {
    said.getChildren().clear();
    sheet
        .label()
        .ifPresent(label -> {
          Label now = new Label(words.of("label.has"));
          now.getStyleClass().addAll("text-caption", "text-muted");
          said.getChildren().addAll(now, new LabelTag(Tags.brief(label), desk.chosen()));
        });
    if (sheet.label().isEmpty() && desk.texts() - desk.labeled() == 1) {
      Label last = new Label(words.of("label.last"));
      last.getStyleClass().addAll("text-caption", "text-muted");
      said.getChildren().add(last);
    }
  }

  private void showSource(Sheet sheet) {
    String from = words.of("label.source", sheet.source(), sheet.row());
    boolean whole = sheet.parts().size() == 1;
    source.setText(
        whole
            ? from
            : from
                + " · "
                + words.of("label.part", model.partProperty().get() + 1, sheet.parts().size()));
  }

  private void showHead(Sheet sheet) {
    head.getChildren().clear();
    head.setVisible(!sheet.head().isEmpty());
    head.setManaged(!sheet.head().isEmpty());
    int row = 0;
    for (Letter.Line line : sheet.head()) {
      Label name = new Label(name(line));
      name.getStyleClass().addAll("text-caption", "text-subtle");
      name.setMinWidth(62);
      WordText value = new WordText("", line.subject() ? "subject" : "text-small");
      value.add(line.value(), line.subject() ? "strong" : "quiet");
      GridPane.setHgrow(value, Priority.ALWAYS);
      GridPane.setValignment(name, javafx.geometry.VPos.BASELINE);
      GridPane.setValignment(value, javafx.geometry.VPos.BASELINE);
      head.addRow(row++, name, value);
    }
  }

  private String name(Letter.Line line) {
    return switch (line.name().toLowerCase(Locale.ROOT)) {
      case "from" -> words.of("label.from");
      case "to" -> words.of("label.to");
      case "subject" -> words.of("label.subject");
      case "received", "date", "sent" -> words.of("label.received");
      default -> line.name();
    };
  }

  private void showPart() {
    shown.ifPresent(sheet -> {
      int part = Math.min(model.partProperty().get(), sheet.parts().size() - 1);
      boolean last = part == sheet.parts().size() - 1;
      String after = last ? "" : words.of("label.more.part", part + 2, sheet.parts().size());
      paper.show(sheet.parts().get(part), after);
      showSource(sheet);
    });
  }

  /// One screen down or up, into the next or previous part where this one ends.
  void turn(boolean down) {
    if (!paper.turn(down)) {
      shown.ifPresent(sheet -> {
        int part = model.partProperty().get() + (down ? 1 : -1);
        if (part >= 0 && part < sheet.parts().size()) {
          model.partProperty().set(part);
        }
      });
    }
  }

  /// To the beginning or the end of the part.
  void end(boolean bottom) {
    paper.end(bottom);
  }
}
