package org.shilpi.ui.data;

import atlantafx.base.controls.Spacer;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.OneOfFew;
import org.shilpi.ui.control.PageHeader;
import org.shilpi.ui.control.SideBySide;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.shell.Phrases;

/// What is in the project: all texts, texts a label, and the rows that stayed out.
final class TextsView extends VBox {
  private static final int REFUSED_SHOWN = 4;

  private final TextsViewModel.Content content;
  private final Messages words;
  private final TextsViewModel model;
  private final VBox card = new VBox(8);

  TextsView(
      TextsViewModel.Content content,
      Optional<ImportResult> result,
      TextsViewModel model,
      Messages words) {
    super(16);
    this.content = content;
    this.model = model;
    this.words = words;
    card.getStyleClass().addAll("card", "table-card");
    card.setMinHeight(280);
    card.setPrefHeight(420);
    SideBySide parts = new SideBySide(card, new LabelsCard(content, words), 300, 860);
    VBox.setVgrow(parts, Priority.ALWAYS);
    getChildren()
        .addAll(result.map(this::verdict).map(Node.class::cast).orElseGet(this::header), parts);
    showTexts();
  }

  private PageHeader header() {
    return new PageHeader(
        words.of("window.data.in", content.texts().size()),
        words.of(
            "window.data.in.below",
            content.labeled(),
            content.labels().size(),
            content.texts().size() - content.labeled()));
  }

  private VerdictBanner verdict(ImportResult result) {
    if (!result.refused().isEmpty()) {
      return new VerdictBanner(
          Tone.WARNING,
          words.of("window.data.came.refused", result.imported(), result.refused().size()),
          refused(result));
    }
    String sentence =
        result.rejected() == 0
            ? words.of("window.data.came", result.imported(), result.file())
            : words.of("window.data.came.some", result.imported(), result.rejected());
    return new VerdictBanner(
        result.rejected() == 0 ? Tone.SUCCESS : Tone.WARNING,
        sentence,
        words.of(
            result.leftOut() ? "window.data.came.new" : "window.data.came.below",
            result.newLabels(),
            result.duplicates()));
  }

  private String refused(ImportResult result) {
    String named =
        result.refused().entrySet().stream()
            .limit(REFUSED_SHOWN)
            .map(file -> file.getKey() + ": " + Phrases.failure(words, file.getValue()))
            .collect(Collectors.joining("\n"));
    int left = result.refused().size() - REFUSED_SHOWN;
    return left > 0 ? named + "\n" + words.of("window.data.came.refused.more", left) : named;
  }

  private void showTexts() {
    StackPane table = new StackPane();
    Watch.on(
        table,
        model.foundProperty(),
        found ->
            table.getChildren().setAll(TextsTable.texts(found.orElse(content.texts()), words)));
    show(false, table);
  }

  /// How many texts a filter lets through.
  private Label found() {
    Label found = new Label();
    found.getStyleClass().addAll("text-caption", "text-subtle");
    Runnable tell =
        () ->
            found.setText(
                model.lookingProperty().get()
                    ? words.of("window.data.find.looking")
                    : model
                        .foundProperty()
                        .get()
                        .map(texts -> words.of("window.data.find.found", texts.size()))
                        .orElse(""));
    Watch.any(found, model.foundProperty(), tell);
    Watch.any(found, model.lookingProperty(), tell);
    return found;
  }

  private void showStayedOut() {
    show(true, TextsTable.stayedOut(content.stayedOut(), words));
  }

  private void show(boolean stayedOut, Node table) {
    HBox head = new HBox(12);
    head.setAlignment(Pos.CENTER_LEFT);
    if (content.rejected() == 0) {
      Label title = new Label(words.of("window.data.texts"));
      title.getStyleClass().add("title-4");
      head.getChildren().add(title);
    } else {
      head.getChildren()
          .add(
              new OneOfFew<>(
                  List.of(false, true),
                  stayedOut,
                  out ->
                      out
                          ? words.of("window.data.stayed-out", content.rejected())
                          : words.of("window.data.texts.count", content.texts().size()),
                  out -> {
                    if (out) {
                      showStayedOut();
                    } else {
                      showTexts();
                    }
                  }));
    }
    if (!stayedOut) {
      head.getChildren()
          .addAll(
              found(),
              new Spacer(),
              new FilterBar(List.copyOf(content.labels().keySet()), model, words));
    } else {
      head.getChildren().add(new Spacer());
      Button export = new Button(words.of("window.data.save"), Icon.of("mdomz-save_alt"));
      export.getStyleClass().add("small");
      export.setMinWidth(USE_PREF_SIZE);
      export.setId("save-rejected");
      export.setOnAction(event -> choose());
      head.getChildren().add(export);
    }
    VBox.setVgrow(table, Priority.ALWAYS);
    card.getChildren().setAll(head, table);
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.of("window.data.save"));
    chooser.setInitialFileName("rejected.csv");
    File file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      model.saveRejected(file.toPath());
    }
  }
}
