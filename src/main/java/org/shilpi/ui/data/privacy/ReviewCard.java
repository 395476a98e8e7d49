package org.shilpi.ui.data.privacy;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Glyphs;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;

/// Uncertain findings, one after the other: private or not?
final class ReviewCard extends VBox {
  private final PrivacyViewModel model;
  private final Messages words;
  private final KindWords names;

  ReviewCard(PrivacyViewModel.Review review, PrivacyViewModel model, Messages words) {
    this.model = model;
    this.words = words;
    this.names = new KindWords(words);
    getStyleClass().addAll("card", "findings");
    setId("privacy-review");
    Button back = new Button("", Icon.of("mdoal-arrow_back"));
    back.getStyleClass().add("flat");
    back.setId("leave-review");
    back.setAccessibleText(words.of("window.privacy.back"));
    back.setOnAction(event -> model.leave());
    VBox sentences =
        new VBox(
            2,
            new WordText(words.of("window.privacy.review"), "title-4"),
            new WordText(words.of("window.privacy.review.below"), "text-small", "text-muted"));
    HBox.setHgrow(sentences, Priority.ALWAYS);
    HBox head = new HBox(10, back, sentences);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("finding");
    getChildren().add(head);
    review
        .hints()
        .forEach(hint ->
            getChildren().addAll(line(), row(hint, review.times().getOrDefault(hint.same(), 1L))));
    if (review.more()) {
      Button more = new Button(words.of("window.privacy.more"));
      more.getStyleClass().addAll("flat", "small");
      more.setOnAction(event -> model.lookAtMore());
      getChildren().addAll(line(), more);
    }
    if (review.hints().isEmpty()) {
      WordText none = new WordText(words.of("window.privacy.review.done"), "text-muted");
      none.getStyleClass().add("finding");
      getChildren().addAll(line(), none);
    }
  }

  private static Region line() {
    Region line = new Region();
    line.getStyleClass().add("hairline");
    return line;
  }

  private Node row(Hint hint, long times) {
    Label number = new Label(Long.toString(hint.text()));
    number.getStyleClass().addAll("text-caption", "text-subtle");
    number.setMinWidth(44);
    number.setAlignment(Pos.CENTER_RIGHT);
    WordText text = new WordText("… " + Glyphs.plain(hint.before()), "text-small");
    text.add(Glyphs.plain(hint.value()), "strong", "private")
        .add(Glyphs.plain(hint.after()) + " …");
    HBox chips =
        new HBox(
            6, new Chip(names.name(hint.kind()), Icon.of(KindWords.icon(hint.kind())), "small"));
    if (!hint.field().isEmpty()) {
      chips.getChildren().add(new Chip(names.field(hint.field()), "small"));
    }
    if (times > 1) {
      chips.getChildren().add(new Chip(words.of("window.privacy.times", times), "small"));
    }
    VBox middle = new VBox(4, text, chips);
    HBox.setHgrow(middle, Priority.ALWAYS);
    Button yes = button(words.of("window.privacy.yes"), hint, true);
    Button no = button(words.of("window.privacy.no"), hint, false);
    HBox row = new HBox(10, number, middle, yes, no);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("finding");
    return row;
  }

  private Button button(String says, Hint hint, boolean hidden) {
    Button button = new Button(says);
    button.getStyleClass().addAll("small", hidden ? "private-yes" : "private-no");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> model.decide(hint, hidden));
    return button;
  }
}
