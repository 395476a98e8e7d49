package org.shilpi.ui.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridView;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.PageHeader;
import org.shilpi.ui.control.SideBySide;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;

/// A file before it comes in: how it was understood, what its columns hold, and how its first texts
/// will look.
final class MappingView extends VBox {
  private static final double CELL_HEIGHT = 92;
  private static final double GAP = 10;

  MappingView(FilePreview preview, ImportViewModel model, Messages words) {
    super(16);
    VBox shown = shown(preview, words);
    Region parts =
        preview.mapped()
            ? new SideBySide(shown, new ColumnsCard(preview, model, words), 400, 860, true)
            : shown;
    VBox.setVgrow(parts, Priority.ALWAYS);
    getChildren()
        .addAll(
            new PageHeader(
                preview.staying() == 0
                    ? words.of("window.data.mapping", preview.total())
                    : words.of("window.data.mapping.some", preview.coming(), preview.staying()),
                words.of(
                    preview.mapped() ? "window.data.mapping.below" : "window.data.mapping.known")),
            new FileCard(preview, model, words),
            parts);
    preview.before().ifPresent(at -> getChildren().add(1, before(at, words)));
  }

  private static VerdictBanner before(Instant at, Messages words) {
    String day = LocalDate.ofInstant(at, ZoneId.systemDefault()).toString();
    return new VerdictBanner(
        Tone.WARNING, words.of("window.data.before", day), words.of("window.data.before.below"));
  }

  private static VBox shown(FilePreview preview, Messages words) {
    Label title = new Label(words.of("window.data.preview"));
    title.getStyleClass().add("title-4");
    Label which =
        new Label(words.of("window.data.preview.rows", preview.rows().size(), preview.total()));
    which.getStyleClass().addAll("text-caption", "text-subtle");
    HBox head = new HBox(8, title, which);
    head.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
    GridView<PreviewText> grid = new GridView<>();
    grid.setId("preview");
    grid.setHorizontalCellSpacing(GAP / 2);
    grid.setVerticalCellSpacing(GAP / 2);
    grid.setCellHeight(CELL_HEIGHT);
    grid.setCellFactory(view -> new PreviewCell(words));
    grid.widthProperty()
        .addListener((property, before, now) -> {
          double width = now.doubleValue() - 20;
          int columns = width > 560 ? 2 : 1;
          grid.setCellWidth(Math.floor(width / columns) - GAP);
        });
    grid.getItems().setAll(PreviewText.all(preview));
    grid.setPrefHeight(CELL_HEIGHT * 3 + GAP * 4);
    grid.setMinHeight(CELL_HEIGHT * 2);
    VBox.setVgrow(grid, Priority.ALWAYS);
    // The grid keeps half a gap around each cell.
    VBox.setMargin(grid, new javafx.geometry.Insets(0, 0, 0, -GAP / 2));
    VBox box = new VBox(10 - GAP / 2, head, grid);
    if (!preview.gaps().isEmpty()) {
      box.getChildren().add(new GapsCard(preview, words));
    }
    return box;
  }
}
