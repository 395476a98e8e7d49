package org.shilpi.ui.basemodel;

import java.io.File;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;
import org.shilpi.text.Messages;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.control.ActionBar;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.PageBody;
import org.shilpi.ui.control.PageHeader;
import org.shilpi.ui.control.Tiles;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.shell.JobStrip;
import org.shilpi.ui.shell.Machine;
import org.shilpi.ui.shell.Page;
import org.shilpi.ui.shell.Phrases;

/// The page of base models.
public final class BaseModelView implements Page {
  private final BaseModelViewModel model;
  private final Messages words;
  private final PageHeader header = new PageHeader("", "");
  private final VBox state = new VBox(16);
  private final TilePane cards = new TilePane();
  private final PageBody body;
  private final ActionBar actions = new ActionBar();
  private final Button use;

  public BaseModelView(BaseModelViewModel model, Messages words) {
    this.model = model;
    this.words = words;
    Tiles.fit(cards, 3, 300);
    body = new PageBody(header, state, cards);
    use = ActionBar.primary("", "mdoal-arrow_forward");
    use.setId("use-model");
    use.setOnAction(event -> model.use());
    Button bring = ActionBar.quiet(words.of("window.model.import"), "mdoal-folder_open");
    bring.setId("import-model");
    bring.setOnAction(event -> chooseFolder());
    actions.left(bring).fact(words.of("window.model.later")).right(use);
    Watch.on(body, model.cardsProperty(), all -> showCards());
    Watch.on(body, model.chosenProperty(), id -> showCards());
    Watch.on(body, model.machineProperty(), machine -> showCards());
    Watch.on(body, model.importingProperty(), job -> showState());
    Watch.on(body, model.failureProperty(), cause -> showState());
  }

  @Override
  public Node node() {
    return body;
  }

  @Override
  public ActionBar actionBar() {
    return actions;
  }

  @Override
  public void shown() {
    model.check();
  }

  private void showCards() {
    Optional<ModelCard> chosen = model.chosenCard();
    Optional<Machine> machine = model.machineProperty().get();
    header.show(title(chosen, machine), words.of("window.model.below"));
    cards.getChildren().clear();
    for (ModelCard card : model.cardsProperty().get()) {
      String id = card.model().id();
      boolean isChosen = id.equals(model.chosenProperty().get());
      cards
          .getChildren()
          .add(new ModelCardView(card, isChosen, machine, words, () -> model.choose(id)));
    }
    cards.getChildren().add(new OwnModelView(words, this::chooseFolder, this::chooseZip));
    use.setDisable(chosen.isEmpty());
    use.setText(
        chosen
            .map(card -> words.of("window.model.choose", card.model().name()))
            .orElseGet(() -> words.of("window.model.choose-one")));
  }

  private String title(Optional<ModelCard> chosen, Optional<Machine> machine) {
    if (chosen.isEmpty()) {
      return words.of("window.model.title");
    }
    String name = chosen.get().model().name();
    if (machine.isEmpty() || chosen.get().footprint().isEmpty()) {
      return words.of("window.model.title.chosen", name);
    }
    return words.of(
        switch (ModelCard.Fit.of(chosen.get().footprint().get(), machine.get())) {
          case ROOM -> "window.model.title.room";
          case FITS -> "window.model.title.fits";
          case TIGHT -> "window.model.title.tight";
          case QUICK_ONLY -> "window.model.title.quick";
          case NOT_AT_ALL -> "window.model.title.not";
        },
        name);
  }

  private void showState() {
    state.getChildren().clear();
    Optional<FxJob> job = model.importingProperty().get();
    job.ifPresent(running ->
        state.getChildren().add(new JobStrip(running, words.of("window.model.importing"), words)));
    model
        .failureProperty()
        .get()
        .ifPresent(cause -> {
          VerdictBanner refusal =
              new VerdictBanner(
                  Tone.DANGER,
                  words.of("window.model.refused"),
                  Phrases.failure(words, cause) + " " + words.of("window.model.safe"));
          Button close = new Button(words.of("window.close"), Icon.of("mdoal-close"));
          close.getStyleClass().add("flat");
          close.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
          close.setOnAction(event -> model.forgetFailure());
          state.getChildren().add(refusal.with(close));
        });
    state.setManaged(!state.getChildren().isEmpty());
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(words.of("window.model.import"));
    bring(chooser.showDialog(body.getScene().getWindow()));
  }

  private void chooseZip() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.of("window.model.import"));
    chooser.getExtensionFilters().add(new ExtensionFilter("ZIP", "*.zip"));
    bring(chooser.showOpenDialog(body.getScene().getWindow()));
  }

  private void bring(@Nullable File chosen) {
    if (chosen != null) {
      model.importFrom(chosen.toPath());
    }
  }
}
