package org.shilpi.ui.home;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.LabelBars;
import org.shilpi.ui.control.WordText;

/// A sample to try: what it teaches, how many texts of each label it has, and the way in.
final class SampleTile extends VBox {
  private static final int MOST_BARS = 12;

  SampleTile(Sample sample, Messages words, BiConsumer<Sample, String> open) {
    super(8);
    getStyleClass().add("card");
    String name = name(sample, words);
    Label title = new Label(name, Icon.of(icon(sample), "accent"));
    title.setGraphicTextGap(8);
    title.getStyleClass().add("text-bold");
    WordText about = new WordText(about(sample, words), "text-small", "text-muted").atLeast(40);
    VBox.setVgrow(about, Priority.ALWAYS);
    List<Integer> counts = sample.counts();
    LabelBars bars = new LabelBars(counts.subList(0, Math.min(MOST_BARS, counts.size())));
    VBox.setMargin(bars, new Insets(4, 0, 4, 0));
    Label size =
        new Label(words.of("window.home.sample.size", sample.texts(), sample.counts().size()));
    size.getStyleClass().addAll("text-caption", "text-subtle");
    Button button = new Button(words.of("window.home.sample.open"));
    button.getStyleClass().add("small");
    button.setId("sample-" + sample.id());
    button.setAccessibleText(button.getText() + ": " + name);
    button.setOnAction(event -> open.accept(sample, name));
    HBox foot = new HBox(button);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, about, bars, size, foot);
  }

  private static String icon(Sample sample) {
    return switch (sample.id()) {
      case "mail-triage" -> "mdomz-mail";
      case "bank-queries" -> "mdoal-credit_card";
      default -> "mdomz-message";
    };
  }

  private static String name(Sample sample, Messages words) {
    return switch (sample.id()) {
      case "mail-triage" -> words.of("window.home.sample.mail");
      case "bank-queries" -> words.of("window.home.sample.bank");
      case "hindi-messages" -> words.of("window.home.sample.hindi");
      default -> {
        String plain = sample.id().replace('-', ' ');
        yield plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
      }
    };
  }

  private static String about(Sample sample, Messages words) {
    return switch (sample.id()) {
      case "mail-triage" -> words.of("window.home.sample.mail.about");
      case "bank-queries" -> words.of("window.home.sample.bank.about");
      case "hindi-messages" -> words.of("window.home.sample.hindi.about");
      default -> "";
    };
  }
}
