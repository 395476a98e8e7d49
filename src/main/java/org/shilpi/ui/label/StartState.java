package org.shilpi.ui.label;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.ActionBar;
import org.shilpi.ui.control.EmptyState;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.LabelTag;
import org.shilpi.ui.control.WordText;
import org.shilpi.ui.shell.Place;

/// What stands on the page while there is nothing to label: no texts, or fewer than two labels.
final class StartState extends VBox {
  private final LabelViewModel model;
  private final Messages words;
  private final NewLabelForm form;
  private final Button bring;
  private boolean wanted;
  private List<Object> shown = List.of();

  StartState(LabelViewModel model, Messages words) {
    super(28);
    this.model = model;
    this.words = words;
    this.form = new NewLabelForm(words, model::addLabel, this::focus);
    this.bring = ActionBar.primary(words.of("label.empty.go"), "mdoal-folder_open");
    bring.setId("bring-texts");
    bring.setOnAction(event -> model.goTo(Place.DATA));
    setAlignment(Pos.CENTER);
  }

  void show(Desk desk) {
    // Rebuilding takes the focus from whoever is typing a name.
    List<Object> now = List.of(desk.phase(), desk.labels(), wanted);
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    if (desk.phase() == Desk.Phase.LABELED_ELSEWHERE) {
      bring.setText(words.of("label.several.go"));
      getChildren()
          .setAll(
              new EmptyState(
                  words.of("label.several"), words.of("label.several.below"), "", bring));
      return;
    }
    bring.setText(words.of("label.empty.go"));
    EmptyState state;
    if (naming()) {
      String title =
          desk.labels().isEmpty()
              ? "label.few"
              : desk.labels().size() == 1 ? "label.few.one" : "label.few.more";
      state = new EmptyState(words.of(title), words.of("label.few.below"), "", naming(desk));
    } else {
      Button names = new Button(words.of("label.empty.names"));
      names.getStyleClass().add("flat");
      names.setId("name-labels");
      names.setOnAction(event -> {
        wanted = true;
        show(model.deskProperty().get());
        focus();
      });
      state =
          new EmptyState(
              words.of("label.empty"),
              words.of("label.empty.below"),
              words.of("label.empty.hint"),
              bring,
              names);
    }
    HBox steps = new HBox(12, step(1), step(2), step(3));
    steps.setMaxWidth(920);
    getChildren().setAll(state, steps);
    if (naming() && desk.phase() == Desk.Phase.NO_TEXTS) {
      HBox foot = new HBox(bring);
      foot.setAlignment(Pos.CENTER);
      state.getChildren().add(foot);
    }
  }

  private boolean naming() {
    return switch (model.deskProperty().get().phase()) {
      case LABELED_ELSEWHERE -> false;
      case NO_TEXTS -> wanted;
      case LOADING, FEW_LABELS, LABELING, ALL_LABELED -> true;
    };
  }

  private Node naming(Desk desk) {
    HBox tags = new HBox(8);
    tags.setAlignment(Pos.CENTER);
    for (int i = 0; i < desk.labels().size(); i++) {
      tags.getChildren().add(new LabelTag(Tags.brief(desk.labels().get(i).name()), i));
    }
    VBox both = new VBox(12, tags, form);
    both.setAlignment(Pos.CENTER);
    tags.setManaged(!desk.labels().isEmpty());
    return both;
  }

  private Node step(int number) {
    String icon =
        switch (number) {
          case 1 -> "mdomz-note_add";
          case 2 -> "mdoal-label";
          default -> "mdoal-keyboard";
        };
    String title =
        switch (number) {
          case 1 -> words.of("label.step.texts");
          case 2 -> words.of("label.step.names");
          default -> words.of("label.step.keys");
        };
    String below =
        switch (number) {
          case 1 -> words.of("label.step.texts.below");
          case 2 -> words.of("label.step.names.below");
          default -> words.of("label.step.keys.below");
        };
    Label head = new Label(title, Icon.of(icon, "accent"));
    head.getStyleClass().add("text-bold");
    head.setGraphicTextGap(8);
    VBox card = new VBox(6, head, new WordText(below, "text-small", "text-muted"));
    card.getStyleClass().add("card");
    card.setPrefWidth(298);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  /// Puts the cursor where the next thing is to be typed or pressed.
  void focus() {
    if (naming()) {
      form.focus();
    } else {
      bring.requestFocus();
    }
  }
}
