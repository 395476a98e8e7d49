package org.shilpi.ui.data.quality;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.shilpi.data.Judgement;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.LabelColour;

/// Below copies that were judged differently: one click gives all of them one of their judgements.
final class DecideRow extends FlowPane {
  private static final double MOST_WIDTH = 260;

  /// @param family texts that belong together, at least one
  DecideRow(List<Passage> family, List<String> labels, LookViewModel model, Messages words) {
    super(8, 6);
    setPadding(new Insets(0, 0, 11, 54));
    getStyleClass().add("decide");
    List<Judgement> said =
        family.stream()
            .filter(passage -> !passage.aside())
            .map(Passage::judgement)
            .filter(judgement -> !judgement.equals(Judgement.NONE))
            .distinct()
            .toList();
    Passage any = family.getFirst();
    if (said.size() < 2) {
      getChildren()
          .add(
              new Chip(
                  words.of("window.quality.decided"), Icon.of("mdoal-done"), "small", "success"));
      return;
    }
    Label ask = new Label(words.of("window.quality.decide"));
    ask.getStyleClass().addAll("text-small", "text-muted");
    getChildren().add(ask);
    for (Judgement one : said) {
      String name = one.shown(any.whole());
      Button button = new Button(name.isEmpty() ? words.of("window.quality.decide.none") : name);
      Region dot = new Region();
      dot.getStyleClass().add("tag-dot");
      button.setGraphic(dot);
      button.setMaxWidth(MOST_WIDTH);
      button.getStyleClass().addAll("small", "decide-all");
      if (one.labels().size() == 1) {
        button
            .getStyleClass()
            .add(LabelColour.of(Math.max(0, labels.indexOf(one.labels().getFirst()))));
      }
      button.setOnAction(event -> model.decide(any, one));
      getChildren().add(button);
    }
  }
}
