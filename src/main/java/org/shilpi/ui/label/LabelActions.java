package org.shilpi.ui.label;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.ActionBar;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.shell.Place;

/// The foot of the page of labeling: how far it is, and the way on to training.
final class LabelActions {
  private final Messages words;
  private final ActionBar bar = new ActionBar();
  private final ProgressBar progress = new ProgressBar(0);
  private final Label figures = new Label();
  private final HBox far = new HBox(12, progress, figures);
  private final Button train;

  LabelActions(LabelViewModel model, Messages words) {
    this.words = words;
    Button back = ActionBar.quiet(Place.DATA.name(words), "mdoal-arrow_back");
    back.setId("back-to-data");
    back.setOnAction(event -> model.goTo(Place.DATA));
    train = ActionBar.primary(words.of("label.train"), "mdomz-play_arrow");
    train.setId("train");
    train.setOnAction(event -> model.goTo(Place.TRAIN));
    progress.setPrefWidth(220);
    progress.setId("progress");
    figures.getStyleClass().addAll("text-small", "text-muted");
    figures.setMinWidth(Region.USE_PREF_SIZE);
    far.setAlignment(Pos.CENTER_RIGHT);
    HBox.setMargin(far, new javafx.geometry.Insets(0, 12, 0, 0));
    bar.left(back).right(far, train);
    Watch.on(bar, model.deskProperty(), this::show);
  }

  private void show(Desk desk) {
    boolean started = desk.phase() == Desk.Phase.LABELING || desk.phase() == Desk.Phase.ALL_LABELED;
    far.setVisible(started);
    far.setManaged(started);
    train.setVisible(started);
    train.setManaged(started);
    train.setDisable(!desk.trainable());
    progress.setProgress(desk.texts() == 0 ? 0 : (double) desk.labeled() / desk.texts());
    figures.setText(String.format(Locale.ENGLISH, "%,d / %,d", desk.labeled(), desk.texts()));
    if (started) {
      bar.fact(desk.trainable() ? "" : words.of("label.train.wait"));
    } else {
      bar.fact(desk.phase() == Desk.Phase.NO_TEXTS ? words.of("label.empty.foot") : "");
    }
  }

  ActionBar bar() {
    return bar;
  }
}
