package org.shilpi.ui.home;

import atlantafx.base.controls.Spacer;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.shilpi.text.Messages;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.control.ActionBar;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.PageBody;
import org.shilpi.ui.control.PageHeader;
import org.shilpi.ui.control.SideBySide;
import org.shilpi.ui.control.Tiles;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.control.WordText;
import org.shilpi.ui.shell.JobStrip;
import org.shilpi.ui.shell.Page;
import org.shilpi.ui.shell.Place;

/// Home.
public final class HomeView implements Page {
  private final HomeViewModel model;
  private final Messages words;
  private final PageHeader header = new PageHeader("", "");
  private final VBox opening = new VBox();
  private final VBox recents = new VBox(10);
  private final VBox samples = new VBox(10);
  private final PageBody body;
  private final ActionBar actions = new ActionBar();

  public HomeView(HomeViewModel model, Messages words, Over over) {
    this.model = model;
    this.words = words;
    VBox main = new VBox(16, recents, samples);
    VBox side = new VBox(12, new MachineCard(model, words), new ModelsCard(model, words), hint());
    body = new PageBody(header, opening, new SideBySide(main, side, 300, 980));
    Button create = new Button(words.of("window.home.new"), Icon.of("mdoal-add"));
    create.setId("new-project");
    create.setOnAction(event -> over.show(new NewProjectView(model, words, over)));
    actions.fact(words.of("window.home.foot")).right(create);
    Watch.any(body, model.recents(), this::showRecents);
    Watch.on(body, model.samplesProperty(), this::showSamples);
    Watch.on(body, model.openingProperty(), this::showOpening);
  }

  @Override
  public Node node() {
    return body;
  }

  @Override
  public ActionBar actionBar() {
    return actions;
  }

  private void showRecents() {
    List<RecentCard> cards = model.recents().stream().map(model::card).toList();
    Optional<RecentCard> first = cards.stream().findFirst();
    header.show(
        first
            .flatMap(card -> card.next().map(next -> next.title(words, card.name())))
            .or(() -> first.map(card -> words.of("window.home.title.known", card.name())))
            .orElseGet(() -> words.of("window.home.title.new")),
        words.of(cards.isEmpty() ? "window.home.below.new" : "window.home.below"));
    Button folder = new Button(words.of("window.home.open-folder"), Icon.of("mdoal-folder_open"));
    folder.getStyleClass().add("small");
    folder.setId("open-folder");
    folder.setOnAction(event -> chooseFolder());
    HBox title = new HBox(8, title(words.of("window.home.recent")), new Spacer(), folder);
    title.setAlignment(Pos.CENTER_LEFT);
    recents.getChildren().setAll(title);
    for (RecentCard card : cards) {
      boolean primary = card.equals(first.orElse(null));
      recents.getChildren().add(new RecentRow(card, primary, words, model::open));
    }
    if (cards.isEmpty()) {
      Label none = new Label(words.of("window.home.no-recent"));
      none.getStyleClass().addAll("text-muted", "text-small");
      recents.getChildren().add(none);
    }
  }

  private void showSamples(List<Sample> found) {
    samples.getChildren().clear();
    if (!found.isEmpty()) {
      TilePane tiles = new TilePane();
      Tiles.fit(tiles, 3, 240);
      found.forEach(
          sample -> tiles.getChildren().add(new SampleTile(sample, words, model::openSample)));
      samples.getChildren().addAll(title(words.of("window.home.samples")), tiles);
    }
  }

  private void showOpening(Optional<FxJob> job) {
    opening.getChildren().clear();
    opening.setManaged(job.isPresent());
    job.ifPresent(running ->
        opening.getChildren().add(new JobStrip(running, words.of("window.home.opening"), words)));
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(words.of("window.home.open-folder"));
    File chosen = chooser.showDialog(body.getScene().getWindow());
    if (chosen != null) {
      model.open(chosen.toPath(), Place.DATA);
    }
  }

  private HBox hint() {
    WordText drop = new WordText(words.of("window.home.drop"), "text-small", "text-muted");
    HBox.setHgrow(drop, javafx.scene.layout.Priority.ALWAYS);
    HBox hint = new HBox(8, Icon.of("mdoal-info", "small"), drop);
    hint.getStyleClass().add("well");
    return hint;
  }

  private static Label title(String words) {
    Label title = new Label(words);
    title.getStyleClass().add("title-4");
    return title;
  }
}
