package org.shilpi.ui.home;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.basemodel.BaseModel;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.shell.Phrases;

/// The base models of this machine in a few lines.
final class ModelsCard extends VBox {
  private static final int MOST = 4;

  private final Messages words;

  ModelsCard(HomeViewModel model, Messages words) {
    super(10);
    this.words = words;
    getStyleClass().add("card");
    Watch.on(this, model.modelsProperty(), this::show);
  }

  private void show(List<BaseModel> models) {
    Label title = new Label(words.of("window.home.models"));
    title.getStyleClass().add("title-4");
    getChildren().setAll(title);
    setVisible(!models.isEmpty());
    setManaged(!models.isEmpty());
    models.stream().limit(MOST).forEach(model -> getChildren().add(row(model)));
  }

  private HBox row(BaseModel model) {
    Label name = new Label(model.name());
    name.getStyleClass().add("text-small");
    Label below = new Label(Phrases.bytes(model.bytes()) + ", " + model.licence());
    below.getStyleClass().addAll("text-caption", "text-subtle");
    VBox naming = new VBox(name, below);
    HBox.setHgrow(naming, Priority.ALWAYS);
    Chip chip =
        model.builtIn()
            ? new Chip(words.of("window.home.built-in"), Icon.of("mdoal-done"), "small", "success")
            : new Chip(words.of("window.home.imported"), "small");
    HBox row = new HBox(8, naming, chip);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
