package org.shilpi.ui.data.quality;

import atlantafx.base.controls.Spacer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shilpi.data.Split;
import org.shilpi.quality.Finding;
import org.shilpi.quality.Kind;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Glyphs;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.LabelTag;
import org.shilpi.ui.control.WordText;
import org.shilpi.ui.shell.Phrases;

/// One finding with its texts: what belongs together stands together.
final class FindingTextsCard extends VBox {
  private final QualityViewModel quality;
  private final LookViewModel model;
  private final List<String> labels;
  private final Messages words;

  FindingTextsCard(
      LookViewModel.Look look, List<String> labels, QualityViewModel quality, Messages words) {
    this.quality = quality;
    this.model = quality.look();
    this.labels = labels;
    this.words = words;
    getStyleClass().addAll("card", "findings");
    setId("finding-texts");
    getChildren().add(head(look.entry()));
    boolean contrary = contrary(look.entry().finding().kind());
    for (List<Passage> family : families(look.passages())) {
      getChildren().add(FindingsCard.line());
      for (Passage passage : family) {
        getChildren().add(row(passage, passage != family.getFirst()));
      }
      if (contrary) {
        getChildren().add(new DecideRow(family, labels, model, words));
      }
    }
    if (look.left() > 0) {
      Button more = FindingRow.flat(words.of("window.quality.more", look.left()), model::showMore);
      more.setId("more-texts");
      getChildren().addAll(FindingsCard.line(), more);
    }
  }

  private static boolean contrary(Kind kind) {
    return kind == Kind.CONFLICT || kind == Kind.NEAR_CONFLICT;
  }

  private static List<List<Passage>> families(List<Passage> passages) {
    List<List<Passage>> families = new ArrayList<>();
    int family = 0;
    for (Passage passage : passages) {
      int own = passage.member().family();
      if (own == 0 || own != family) {
        families.add(new ArrayList<>());
      }
      families.getLast().add(passage);
      family = own;
    }
    return families;
  }

  private Node head(Entry entry) {
    Finding finding = entry.finding();
    FindingWords told = new FindingWords(words);
    Button back = new Button("", Icon.of("mdoal-arrow_back"));
    back.getStyleClass().add("flat");
    back.setId("leave-finding");
    back.setAccessibleText(words.of("window.quality.back"));
    back.setOnAction(event -> model.leave());
    VBox sentences =
        new VBox(
            2,
            new WordText(told.title(finding), "title-4"),
            new WordText(told.why(finding), "text-small", "text-muted"));
    HBox.setHgrow(sentences, Priority.ALWAYS);
    HBox head = new HBox(10, back, sentences);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("finding");
    if (!entry.settled()) {
      finding
          .mend()
          .ifPresent(mend -> {
            Button button = new Button(told.verb(mend));
            button.setId("mend-all");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> quality.mend(entry));
            head.getChildren().add(button);
          });
    }
    return head;
  }

  private Node row(Passage passage, boolean together) {
    Label number = new Label(String.format(Locale.ENGLISH, "%,d", passage.member().example()));
    number.getStyleClass().addAll("text-caption", "text-subtle");
    number.setMinWidth(44);
    number.setAlignment(Pos.CENTER_RIGHT);
    WordText text = new WordText(Glyphs.plain(passage.text()), "text-small");
    FlowPane facts = new FlowPane(6, 4);
    facts.setMinHeight(Region.USE_PREF_SIZE);
    passage.labels().forEach(label -> facts.getChildren().add(tag(label)));
    if (!passage.member().proposal().isEmpty()) {
      facts
          .getChildren()
          .addAll(
              Icon.of("mdoal-arrow_forward", "small"),
              new Chip(passage.member().proposal(), Icon.of("mdoal-lightbulb"), "small", "accent"));
    }
    if (passage.split() != Split.NONE) {
      facts.getChildren().add(new Chip(Phrases.part(words, passage.split()), "small"));
    }
    if (passage.aside()) {
      facts.getChildren().add(new Chip(words.of("window.quality.aside"), "small", "warning"));
    }
    VBox middle = new VBox(4, text, facts);
    HBox.setHgrow(middle, Priority.ALWAYS);
    HBox row = new HBox(10, number, middle);
    row.getStyleClass().addAll("finding", together ? "together" : "first");
    row.setAlignment(Pos.TOP_LEFT);
    if (!passage.aside()) {
      row.getChildren()
          .addAll(
              new Spacer(6),
              FindingRow.flat(words.of("quality.mend.set-aside"), () -> model.setAside(passage)));
    }
    return row;
  }

  private Node tag(String label) {
    int place = labels.indexOf(label);
    return new LabelTag(label, Math.max(0, place));
  }
}
