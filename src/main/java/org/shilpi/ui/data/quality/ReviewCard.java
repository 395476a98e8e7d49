package org.shilpi.ui.data.quality;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Glyphs;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.KeyCap;
import org.shilpi.ui.control.LabelTag;
import org.shilpi.ui.control.WordText;

/// Doubtful labels one by one: the text, what it is called now, what the model would call it, and
/// three answers with a key each.
final class ReviewCard extends VBox {
  private static final double MOST_HEIGHT = 260;
  private static final double MEASURE = 760;

  private final LookViewModel model;
  private final List<String> labels;
  private final Messages words;

  ReviewCard(
      LookViewModel.Look look, List<String> labels, QualityViewModel quality, Messages words) {
    super(14);
    this.model = quality.look();
    this.labels = labels;
    this.words = words;
    getStyleClass().addAll("card", "review");
    setId("review");
    getChildren().add(head(look));
    look.now()
        .ifPresentOrElse(
            passage ->
                getChildren()
                    .addAll(
                        paper(passage),
                        says(passage),
                        answers(passage, look.decided().contains(passage.member().example()))),
            () -> getChildren().add(done(look)));
    getChildren().add(foot(look));
  }

  private Node head(LookViewModel.Look look) {
    Button back = new Button("", Icon.of("mdoal-arrow_back"));
    back.getStyleClass().add("flat");
    back.setId("leave-finding");
    back.setAccessibleText(words.of("window.quality.back"));
    back.setOnAction(event -> model.leave());
    FindingWords told = new FindingWords(words);
    VBox sentences =
        new VBox(
            2,
            new WordText(told.title(look.entry().finding()), "title-4"),
            new WordText(told.why(look.entry().finding()), "text-small", "text-muted"));
    HBox.setHgrow(sentences, Priority.ALWAYS);
    HBox head = new HBox(10, back, sentences);
    head.setAlignment(Pos.CENTER_LEFT);
    if (look.now().isPresent()) {
      Label place =
          new Label(
              words.of("window.quality.review.place", look.place() + 1, look.entry().texts()));
      place.getStyleClass().addAll("text-caption", "text-subtle");
      place.setMinWidth(USE_PREF_SIZE);
      head.getChildren().add(place);
    }
    return head;
  }

  private Node paper(Passage passage) {
    VBox paragraphs = new VBox(10);
    paragraphs.getStyleClass().addAll("paper", "inset");
    paragraphs.setMaxWidth(MEASURE);
    for (String paragraph : passage.whole().strip().split("\\R\\s*\\R\\s*")) {
      paragraphs.getChildren().add(new WordText(Glyphs.plain(paragraph.strip())));
    }
    ScrollPane scroll = new ScrollPane(paragraphs);
    scroll.getStyleClass().addAll("page", "plain");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMaxHeight(MOST_HEIGHT);
    scroll.minHeightProperty().bind(Bindings.min(MOST_HEIGHT, paragraphs.heightProperty()));
    return scroll;
  }

  private Node says(Passage passage) {
    FlowPane says = new FlowPane(8, 6);
    says.getChildren().add(caption("window.quality.review.yours"));
    passage.labels().forEach(label -> says.getChildren().add(tag(label)));
    if (passage.labels().isEmpty()) {
      says.getChildren().add(new Chip(words.of("window.quality.review.none"), "small"));
    }
    says.getChildren()
        .addAll(
            caption("window.quality.review.models"),
            new Chip(passage.member().proposal(), Icon.of("mdoal-lightbulb"), "small", "accent"));
    return says;
  }

  private Node answers(Passage passage, boolean decided) {
    FlowPane answers = new FlowPane(10, 8);
    if (decided) {
      answers
          .getChildren()
          .add(
              new Chip(
                  words.of("window.quality.review.decided"),
                  Icon.of("mdoal-done"),
                  "small",
                  "success"));
      return answers;
    }
    String own = String.join(", ", passage.labels());
    answers
        .getChildren()
        .addAll(
            answer("1", words.of("window.quality.review.keep", own), LookViewModel::keep),
            answer(
                "2",
                words.of("window.quality.review.take", passage.member().proposal()),
                LookViewModel::take),
            answer("3", words.of("window.quality.review.send-back"), LookViewModel::sendBack));
    return answers;
  }

  private Button answer(String key, String says, Consumer<LookViewModel> does) {
    Button button = new Button(says, new KeyCap(key));
    button.setId("answer-" + key);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> does.accept(model));
    return button;
  }

  private Node done(LookViewModel.Look look) {
    VBox done =
        new VBox(
            10,
            new WordText(
                words.of("window.quality.review.done", look.decided().size()), "text-bold"),
            new WordText(words.of("window.quality.review.done.below"), "text-muted"));
    Button leave = new Button(words.of("window.quality.back"));
    leave.setId("review-done");
    leave.setOnAction(event -> model.leave());
    done.getChildren().add(leave);
    return done;
  }

  private Node foot(LookViewModel.Look look) {
    Button undo = FindingRow.flat(words.of("window.quality.undo"), model::undo);
    undo.setId("undo-review");
    undo.setGraphic(new KeyCap("⌫"));
    undo.setDisable(look.decided().isEmpty());
    Button before =
        FindingRow.flat(words.of("window.quality.review.before"), () -> model.step(false));
    before.setGraphic(new KeyCap("←"));
    before.setDisable(look.place() == 0);
    Button next = FindingRow.flat(words.of("window.quality.review.next"), () -> model.step(true));
    next.setGraphic(new KeyCap("→"));
    next.setDisable(look.now().isEmpty());
    Label count = new Label(words.of("window.quality.review.count", look.decided().size()));
    count.getStyleClass().addAll("text-caption", "text-subtle");
    count.setMinWidth(0);
    HBox foot = new HBox(6, before, next, undo, new Spacer(), count);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private Label caption(String key) {
    Label caption = new Label(words.of(key));
    caption.getStyleClass().addAll("text-small", "text-muted");
    return caption;
  }

  private Node tag(String label) {
    return new LabelTag(label, Math.max(0, labels.indexOf(label)));
  }
}
