package org.shilpi.ui.data.quality;

import atlantafx.base.controls.Spacer;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.OneOfFew;
import org.shilpi.ui.control.WordText;

/// All findings of a report, the worst first.
final class FindingsCard extends VBox {
  FindingsCard(QualityViewModel.Report report, QualityViewModel model, Messages words) {
    getStyleClass().addAll("card", "findings");
    setId("findings");
    Label title = new Label(words.of("window.quality.findings"));
    title.getStyleClass().add("title-4");
    Filter chosen = model.filterProperty().get();
    OneOfFew<Filter> filters =
        new OneOfFew<>(
            List.of(Filter.values()), chosen, filter -> name(filter, report, words), model::choose);
    HBox head = new HBox(12, title, new Spacer(), filters);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("findings-head");
    getChildren().add(head);
    List<Entry> shown = report.entries().stream().filter(chosen::lets).toList();
    for (Entry entry : shown) {
      getChildren().addAll(line(), new FindingRow(entry, report.labels(), model, words));
    }
    if (shown.isEmpty()) {
      WordText none = new WordText(words.of("window.quality.none"), "text-muted");
      none.getStyleClass().add("finding");
      getChildren().addAll(line(), none);
    }
  }

  private static String name(Filter filter, QualityViewModel.Report report, Messages words) {
    long count = report.entries().stream().filter(filter::lets).count();
    return words.of(
        switch (filter) {
          case OPEN -> "window.quality.filter.open";
          case SETTLED -> "window.quality.filter.settled";
          case ALL -> "window.quality.filter.all";
        },
        count);
  }

  static Region line() {
    Region line = new Region();
    line.getStyleClass().add("hairline");
    return line;
  }
}
