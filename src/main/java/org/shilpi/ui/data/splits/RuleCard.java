package org.shilpi.ui.data.splits;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.data.Dealing;
import org.shilpi.data.Split;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.OneOfFew;
import org.shilpi.ui.control.WordText;
import org.shilpi.workflow.DealTexts;

/// By which rule the texts are dealt, and what the rule holds together.
final class RuleCard extends VBox {
  private static final int SHORT = 16;

  private final Messages words;

  RuleCard(SplitsViewModel.Dealt dealt, SplitsViewModel model, Messages words) {
    super(12);
    this.words = words;
    DealTexts.Parts parts = dealt.parts();
    getStyleClass().add("card");
    setId("rule");
    Label title = new Label(words.of("window.splits.rule"));
    title.getStyleClass().add("title-4");
    OneOfFew<Dealing.By> rules =
        new OneOfFew<>(List.of(Dealing.By.values()), parts.by(), this::name, model::choose);
    getChildren()
        .addAll(
            title,
            rules,
            new WordText(
                words.of(
                    parts.by() == Dealing.By.TIME
                        ? "window.splits.time.below"
                        : "window.splits.label.below"),
                "text-small",
                "text-muted"));
    DealTexts.Kept kept = parts.kept();
    if (parts.by() == Dealing.By.TIME) {
      fact(kept.dated() > 0, words.of("window.splits.dated", kept.dated(), kept.texts()));
    }
    if (parts.torn() > 0) {
      fact(false, words.of("cli.splits.torn", parts.torn()));
    } else {
      fact(true, words.of("window.splits.near", kept.near()));
    }
    fact(true, words.of("window.splits.grouped", kept.grouped()));
    if (kept.decided() > 0) {
      fact(true, words.of("window.splits.decided", kept.decided()));
    }
    if (parts.leftOut() > 0) {
      fact(false, words.of("cli.splits.left-out", parts.leftOut()));
    }
    long unseen =
        parts.labels().values().stream().filter(of -> of.getOrDefault(Split.TEST, 0) == 0).count();
    if (unseen > 0 && parts.size().texts() > 0) {
      fact(false, words.of("window.splits.unseen", unseen));
    }
    getChildren().add(fingerprint(parts.fingerprint()));
  }

  private String name(Dealing.By by) {
    return words.of(by == Dealing.By.TIME ? "window.splits.time" : "window.splits.label");
  }

  private void fact(boolean fine, String says) {
    WordText told = new WordText(says, "text-small");
    HBox.setHgrow(told, Priority.ALWAYS);
    Node sign =
        fine
            ? Icon.of("mdoal-done", "small", "success")
            : Icon.of("mdmz-warning", "small", "warning");
    HBox row = new HBox(8, sign, told);
    row.setAlignment(Pos.TOP_LEFT);
    getChildren().add(row);
  }

  private Node fingerprint(String whole) {
    Label mark = new Label(whole.substring(0, Math.min(SHORT, whole.length())));
    mark.getStyleClass().add("mono");
    mark.setTooltip(new Tooltip(whole));
    VBox box =
        new VBox(
            4,
            new WordText(words.of("window.splits.fingerprint"), "text-small", "text-muted"),
            mark);
    box.getStyleClass().add("inset");
    return box;
  }
}
