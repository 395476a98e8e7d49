package org.shilpi.ui.label;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.shell.Page;

/// The newest decisions and the pace over the page, where it is too narrow for them beside the
/// text.
final class HistoryView extends VBox {
  HistoryView(LabelViewModel model, Messages words, Page.Over over) {
    getStyleClass().add("sheet-over");
    setPrefWidth(480);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Desk desk = model.deskProperty().get();
    DecisionsCard decisions =
        new DecisionsCard(
            words,
            number -> {
              over.hide();
              model.show(number);
            });
    decisions.show(desk);
    decisions.getStyleClass().add("bare");
    PaceCard pace = new PaceCard(words);
    pace.getStyleClass().add("bare");
    pace.show(model.paceProperty().get(), desk.texts() - desk.labeled());
    Button close = new Button(words.of("window.close"));
    close.setCancelButton(true);
    close.setOnAction(event -> over.hide());
    HBox foot = new HBox(close);
    foot.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(decisions, pace, foot);
  }
}
