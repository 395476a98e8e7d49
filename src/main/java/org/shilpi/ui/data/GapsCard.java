package org.shilpi.ui.data;

import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.CountBar;
import org.shilpi.ui.control.WordText;

/// Why rows of a file will stay out, before it comes in.
final class GapsCard extends VBox {
  GapsCard(FilePreview preview, Messages words) {
    super(10);
    getStyleClass().add("card");
    setId("gaps");
    Label title = new Label(words.of("window.data.gaps", preview.staying()));
    title.getStyleClass().add("title-4");
    GridPane grid = new GridPane(12, 8);
    ColumnConstraints bar = new ColumnConstraints(90);
    ColumnConstraints count = new ColumnConstraints();
    count.setHalignment(HPos.RIGHT);
    ColumnConstraints why = new ColumnConstraints();
    why.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(bar, count, why);
    for (FilePreview.Gap gap : preview.gaps()) {
      CountBar share = new CountBar((double) gap.rows() / preview.gaps().getFirst().rows());
      share.getStyleClass().add("gap-share");
      Label rows = new Label(String.format(Locale.ENGLISH, "%,d", gap.rows()));
      rows.getStyleClass().add("text-bold");
      rows.setMinWidth(USE_PREF_SIZE);
      WordText reason =
          new WordText(
              words.of("window.data.gap", gap.first().row(), gap.first().reason(words)),
              "text-small",
              "text-muted");
      grid.addRow(grid.getRowCount(), share, rows, reason);
    }
    getChildren().addAll(title, grid);
  }
}
