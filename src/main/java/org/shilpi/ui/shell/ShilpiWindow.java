package org.shilpi.ui.shell;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.shilpi.text.Messages;

/// The whole window in one scene: rail, header, the page that is shown, its action bar, and what
/// lies over them for a while.
public final class ShilpiWindow {
  /// Below this width the rail shows rings only.
  private static final double NARROW = 1100;

  private final Workspace workspace;
  private final Preferences preferences;
  private final MachineWatch machine;
  private final Map<Place, Page.Maker> makers;
  private final Map<Place, Page> pages = new EnumMap<>(Place.class);
  private final BorderPane frame = new BorderPane();
  private final StackPane toasts = new StackPane();
  private final OverPage room = new OverPage();
  private final StackPane root = new StackPane(frame, toasts, room.pane());
  private final Scene scene;
  private Messages words;
  private RailView rail;
  private HeaderView header;

  public ShilpiWindow(
      Workspace workspace,
      Preferences preferences,
      MachineWatch machine,
      Map<Place, Page.Maker> makers,
      double width,
      double height) {
    this.workspace = workspace;
    this.preferences = preferences;
    this.machine = machine;
    this.makers = Map.copyOf(makers);
    workspace.limitTo(makers.keySet());
    this.words = new Messages(preferences.languageProperty().get());
    this.rail = newRail();
    this.header = new HeaderView(words);
    this.scene = new Scene(root, width, height);
    toasts.setPickOnBounds(false);
    toasts.setAlignment(Pos.BOTTOM_CENTER);
    toasts.setPadding(new Insets(0, 0, 76, 0));
    scene.widthProperty().addListener(change -> showWidth());
    preferences.lookProperty().addListener((property, before, now) -> now.apply(scene));
    preferences.languageProperty().addListener(change -> rebuild());
    workspace.placeProperty().addListener(change -> showPlace());
    workspace.stepsProperty().addListener((p, before, now) -> rail.show(now, words));
    workspace.projectProperty().addListener(change -> showProject());
    workspace.recents().list().addListener((InvalidationListener) change -> showProject());
    workspace.onNotice(this::showNotice, this::showFailure);
    machine.machineProperty().addListener((p, before, now) -> now.ifPresent(m -> header.show(m)));
    Drops.accept(root, workspace);
    Keys.install(scene, workspace, this);
    preferences.lookProperty().get().apply(scene);
    rebuild();
  }

  public Scene scene() {
    return scene;
  }

  void showKeys() {
    List<Page.Shortcut> own = page().map(Page::shortcuts).orElse(List.of());
    room.show(new ShortcutsView(words, own));
  }

  /// Whether something lies over the page, so that its keys must rest.
  boolean covered() {
    return room.pane().isDisplay();
  }

  /// The page in view.
  Optional<Page> page() {
    return Optional.ofNullable(pages.get(workspace.placeProperty().get()));
  }

  private RailView newRail() {
    Button keys = RailView.toggle("mdoal-keyboard", words.of("window.keys.open"), this::showKeys);
    Button language =
        RailView.toggle(
            "mdomz-translate", words.of("window.language.switch"), preferences::switchLanguage);
    Button look =
        RailView.toggle(
            "mdoal-brightness_4", words.of("window.look.switch"), preferences::switchLook);
    keys.setId("switch-keys");
    language.setId("switch-language");
    look.setId("switch-look");
    return new RailView(workspace, makers.keySet(), words, keys, language, look);
  }

  private void rebuild() {
    words = new Messages(preferences.languageProperty().get());
    root.getStyleClass().remove("hindi");
    if ("hi".equals(preferences.languageProperty().get())) {
      root.getStyleClass().add("hindi");
    }
    pages.clear();
    rail = newRail();
    header = new HeaderView(words);
    machine.machineProperty().get().ifPresent(header::show);
    frame.setLeft(rail);
    rail.show(workspace.stepsProperty().get(), words);
    showProject();
    showWidth();
    showPlace();
  }

  private void showPlace() {
    Place place = workspace.placeProperty().get();
    rail.mark(place);
    showProject();
    Page.Maker maker = makers.get(place);
    if (maker == null) {
      throw new IllegalStateException("no page for " + place);
    }
    Page page = pages.computeIfAbsent(place, absent -> maker.make(words, room));
    BorderPane main = new BorderPane(page.node());
    main.getStyleClass().add("page");
    main.setTop(header);
    main.setBottom(page.actionBar());
    frame.setCenter(main);
    page.shown();
  }

  private void showProject() {
    Optional<Path> here = workspace.projectProperty().get().map(session -> session.folder());
    header.show(
        workspace.recents().list().stream()
            .filter(recent -> here.filter(recent.folder()::equals).isEmpty())
            .toList(),
        folder -> workspace.open(folder, Place.DATA));
    boolean home = workspace.placeProperty().get() == Place.HOME;
    header.show(
        workspace.projectProperty().get().filter(open -> !home).map(session -> session.name()));
  }

  private void showWidth() {
    boolean narrow = scene.getWidth() < NARROW;
    root.getStyleClass().remove("narrow");
    if (narrow) {
      root.getStyleClass().add("narrow");
    }
    rail.setNarrow(narrow);
    header.setNarrow(narrow);
  }

  private void showNotice(Function<Messages, String> sentence) {
    toasts.getChildren().setAll(Toast.info(sentence.apply(words), words, toasts));
  }

  private void showFailure(Throwable cause) {
    toasts.getChildren().setAll(Toast.failure(cause, words, toasts));
  }
}
