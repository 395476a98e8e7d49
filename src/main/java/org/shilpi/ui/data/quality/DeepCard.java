package org.shilpi.ui.data.quality;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.control.WordText;
import org.shilpi.workflow.Surveyed;

/// Offers to look at the texts through the base model, and says when that was last done.
final class DeepCard extends VBox {
  private final QualityViewModel model;
  private final Messages words;

  DeepCard(QualityViewModel model, Messages words) {
    super(10);
    this.model = model;
    this.words = words;
    getStyleClass().add("card");
    setId("deep");
    Watch.any(this, model.reportProperty(), this::show);
    Watch.any(this, model.runningProperty(), this::show);
  }

  private void show() {
    getChildren().clear();
    setVisible(model.reportProperty().get().isPresent());
    setManaged(isVisible());
    model.reportProperty().get().ifPresent(report -> show(report.deep()));
  }

  private void show(QualityViewModel.Deep deep) {
    Label title = new Label(words.of("window.quality.deep"));
    title.getStyleClass().add("title-4");
    HBox head = new HBox(8, Icon.of("mdoal-insights", "accent"), title);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, small(words.of("window.quality.deep.below")));
    deep.last().ifPresent(last -> getChildren().add(small(said(last, deep.current()))));
    Button start =
        new Button(
            words.of(
                deep.last().isPresent() ? "window.quality.deep.again" : "window.quality.deep.start",
                minutes(deep.takes())));
    start.setId("look-deeper");
    start.setWrapText(false);
    start.setMaxWidth(Double.MAX_VALUE);
    start.setDisable(model.runningProperty().get().isPresent());
    start.setOnAction(event -> model.checkDeep());
    getChildren().add(start);
  }

  private String said(Surveyed last, boolean current) {
    String when =
        DateTimeFormatter.ofPattern("d MMM, HH:mm", words.locale())
            .withZone(ZoneId.systemDefault())
            .format(last.made());
    return words.of(
        current ? "window.quality.deep.done" : "window.quality.deep.old", last.texts(), when);
  }

  private static long minutes(Duration takes) {
    return Math.max(1, Math.ceilDiv(takes.toSeconds(), 60L));
  }

  private static WordText small(String words) {
    return new WordText(words, "text-small", "text-muted");
  }
}
