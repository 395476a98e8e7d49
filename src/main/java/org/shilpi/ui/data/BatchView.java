package org.shilpi.ui.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.shilpi.data.Known;
import org.shilpi.data.Split;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.CountBar;
import org.shilpi.ui.control.OneOfFew;
import org.shilpi.ui.control.PageHeader;
import org.shilpi.ui.control.SideBySide;
import org.shilpi.ui.control.WordText;

/// Several files that come in together: what they are, and what holds for all of them.
final class BatchView extends VBox {
  private static final int MOST_ENDINGS = 12;

  BatchView(Batch batch, ImportViewModel model, Messages words) {
    super(16);
    setId("batch");
    getChildren()
        .addAll(
            new PageHeader(
                words.of("window.data.batch", batch.files(), batch.name()),
                words.of("window.data.batch.below")),
            new SideBySide(choices(batch, model, words), kinds(batch, words), 340, 860));
  }

  private static VBox kinds(Batch batch, Messages words) {
    GridPane grid = new GridPane(10, 8);
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    ColumnConstraints count = new ColumnConstraints();
    count.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(new ColumnConstraints(), bar, count);
    int most = batch.endings().values().iterator().next();
    batch.endings().entrySet().stream()
        .limit(MOST_ENDINGS)
        .forEach(ending -> {
          CountBar share = new CountBar((double) ending.getValue() / most);
          share.getStyleClass().add("finding-share");
          grid.addRow(
              grid.getRowCount(),
              new Label(name(ending, words)),
              share,
              new Label(String.format(Locale.ENGLISH, "%,d", ending.getValue())));
        });
    VBox card = card(words.of("window.data.batch.kinds"), grid);
    int left = batch.endings().size() - MOST_ENDINGS;
    if (left > 0) {
      Label more = new Label(words.of("window.data.batch.more", left));
      more.getStyleClass().addAll("text-caption", "text-subtle");
      card.getChildren().add(more);
    }
    return card;
  }

  private static String name(Map.Entry<String, Integer> ending, Messages words) {
    return ending.getKey().isEmpty() ? words.of("window.data.batch.bare") : "." + ending.getKey();
  }

  private static VBox choices(Batch batch, ImportViewModel model, Messages words) {
    ToggleSwitch folders = toggle(words.of("window.data.batch.folder"), batch.folderLabel());
    folders.setId("folder-label");
    ToggleSwitch attachments = toggle(words.of("window.data.batch.attached"), batch.attachments());
    attachments.setId("attachments");
    Runnable choose = () -> model.chooseForAll(folders.isSelected(), attachments.isSelected());
    folders.selectedProperty().addListener((property, before, now) -> choose.run());
    attachments.selectedProperty().addListener((property, before, now) -> choose.run());
    OneOfFew<Split> use =
        new OneOfFew<>(
            List.of(Split.NONE, Split.TRAIN, Split.TEST),
            batch.split(),
            split -> FileCard.use(split, words),
            model::chooseSplit);
    OneOfFew<Known> known =
        new OneOfFew<>(
            List.of(Known.REFUSE_FILE, Known.LEAVE_OUT, Known.AGAIN),
            batch.known(),
            choice -> known(choice, words),
            model::chooseKnown);
    known.setId("known");
    VBox card =
        card(
            words.of("window.data.batch.choices"),
            folders,
            note(words.of("window.data.batch.folder.means")),
            attachments,
            note(words.of("window.data.batch.attached.means")),
            caption(words.of("window.data.use")),
            use);
    if (model.somethingIn()) {
      card.getChildren()
          .addAll(
              caption(words.of("window.data.known")),
              known,
              note(words.of("window.data.batch.known.means")));
    }
    return card;
  }

  private static String known(Known choice, Messages words) {
    return words.of(
        switch (choice) {
          case REFUSE_FILE -> "window.data.batch.known.files";
          case LEAVE_OUT -> "window.data.known.out";
          case AGAIN -> "window.data.known.again";
        });
  }

  private static Label caption(String words) {
    Label caption = new Label(words);
    caption.getStyleClass().addAll("text-small", "text-muted");
    return caption;
  }

  private static ToggleSwitch toggle(String words, boolean on) {
    ToggleSwitch toggle = new ToggleSwitch(words);
    toggle.setSelected(on);
    toggle.setMaxWidth(Double.MAX_VALUE);
    return toggle;
  }

  private static WordText note(String words) {
    return new WordText(words, "text-small", "text-muted");
  }

  private static VBox card(String title, Node... parts) {
    Label head = new Label(title);
    head.getStyleClass().add("title-4");
    VBox card = new VBox(10, head);
    card.getChildren().addAll(parts);
    card.getStyleClass().add("card");
    return card;
  }
}
