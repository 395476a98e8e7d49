package org.shilpi.ui.data.quality;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.quality.Finding;
import org.shilpi.quality.Kind;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;

/// One finding: what it is, why it matters, its picture, and what can be done.
final class FindingRow extends HBox {
  // One width for all rows, so that their pictures stand below one another.
  private static final double ACTIONS = 264;

  FindingRow(Entry entry, List<String> labels, QualityViewModel model, Messages words) {
    super(14);
    getStyleClass().add("finding");
    setAlignment(Pos.CENTER_LEFT);
    Finding finding = entry.finding();
    FindingWords told = new FindingWords(words);
    VBox sentences =
        new VBox(
            2,
            new WordText(told.title(finding), "text-bold"),
            new WordText(told.why(finding), "text-small", "text-muted"));
    sentences.setMinWidth(180);
    HBox.setHgrow(sentences, Priority.ALWAYS);
    HBox actions = new HBox(4);
    actions.setAlignment(Pos.CENTER_RIGHT);
    actions.setMinWidth(ACTIONS);
    Kind kind = finding.kind();
    boolean oneByOne = kind == Kind.SUSPICIOUS_LABEL || kind == Kind.CONFLICT;
    if (!entry.settled() && oneByOne) {
      Button button =
          new Button(
              words.of(
                  kind == Kind.CONFLICT ? "window.quality.decide-now" : "window.quality.review"));
      button.setId(kind == Kind.CONFLICT ? "decide-now" : "review-labels");
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(event -> model.look().show(entry));
      actions.getChildren().add(button);
    } else if (!entry.settled()) {
      finding
          .mend()
          .ifPresent(mend -> {
            Button button = new Button(told.verb(mend));
            button.getStyleClass().add("mend");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> model.mend(entry));
            actions.getChildren().add(button);
          });
    }
    if (entry.texts() > 0 && (entry.settled() || !oneByOne)) {
      actions
          .getChildren()
          .add(flat(words.of("window.quality.show"), () -> model.look().show(entry)));
    }
    actions
        .getChildren()
        .add(
            flat(
                words.of(entry.settled() ? "window.quality.reopen" : "window.quality.accept"),
                () -> model.settle(entry, !entry.settled())));
    getChildren()
        .addAll(
            Icon.of(entry.tone().icon(), entry.tone().styleClass()),
            sentences,
            new FindingPicture(finding.picture(), labels),
            actions);
  }

  static Button flat(String words, Runnable action) {
    Button button = new Button(words);
    button.getStyleClass().addAll("flat", "small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
