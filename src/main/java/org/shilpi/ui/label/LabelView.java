package org.shilpi.ui.label;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.ActionBar;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.PageBody;
import org.shilpi.ui.control.PageHeader;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.shell.Page;
import org.shilpi.ui.shell.Phrases;

/// Labeling one text after another.
public final class LabelView implements Page {
  private static final double NARROW = 1000;

  private final LabelViewModel model;
  private final Messages words;
  private final Over over;
  private final PageHeader header;
  private final Button history;
  private final Button rules;
  private final VBox trouble = new VBox();
  private final LabelingPane labeling;
  private final StartState start;
  private final PageBody body = new PageBody();
  private final LabelActions actions;
  private final LabelKeyboard keyboard;
  private Desk.Phase phase = Desk.Phase.LOADING;
  private List<Node> arranged = List.of();

  public LabelView(LabelViewModel model, Messages words, Over over) {
    this.model = model;
    this.words = words;
    this.over = over;
    history = foldable("mdoal-history", words.of("label.recent"), "fold-history");
    history.setOnAction(event -> over.show(new HistoryView(model, words, over)));
    rules = foldable("mdoal-article", words.of("label.rules"), "fold-rules");
    rules.setOnAction(event -> openRules());
    header = new PageHeader("", "", history, rules);
    labeling = new LabelingPane(model, words, this::openRules, this::newLabel);
    VBox.setVgrow(labeling, Priority.ALWAYS);
    start = new StartState(model, words);
    VBox.setVgrow(start, Priority.ALWAYS);
    actions = new LabelActions(model, words);
    keyboard = new LabelKeyboard(model, labeling, this::openRules, this::newLabel);
    // Arrows would move the focus away from the text, and scroll where a click went into a
    // scrolled part.
    body.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getTarget() instanceof ScrollPane || labeling.holds(event.getTarget())) {
            keyPressed(event);
          }
        });
    body.addEventFilter(KeyEvent.KEY_RELEASED, event -> keyboard.released());
    // The page stands in the window only after its first layout; before, nothing takes the focus.
    for (Node part : List.of(labeling, start)) {
      part.sceneProperty().addListener(change -> focus());
    }
    Watch.on(body, model.deskProperty(), this::show);
    Watch.any(
        body, model.rules().guidelinesProperty(), () -> showHeader(model.deskProperty().get()));
    Watch.on(body, model.troubleProperty(), this::showTrouble);
    Watch.any(body, body.widthProperty(), this::fit);
  }

  private static Button foldable(String icon, String name, String id) {
    Button button = new Button("", Icon.of(icon));
    button.getStyleClass().addAll("icon-button", "bordered");
    button.setTooltip(new Tooltip(name));
    button.setAccessibleText(name);
    button.setId(id);
    return button;
  }

  private void fit() {
    boolean narrow = body.getWidth() > 0 && body.getWidth() < NARROW;
    boolean fold = narrow && working(model.deskProperty().get());
    for (Button button : List.of(history, rules)) {
      button.setVisible(fold);
      button.setManaged(fold);
    }
    labeling.fit(body.getWidth(), narrow);
  }

  private static boolean working(Desk desk) {
    return switch (desk.phase()) {
      case LOADING, LABELING, ALL_LABELED -> true;
      case NO_TEXTS, FEW_LABELS, LABELED_ELSEWHERE -> false;
    };
  }

  private void show(Desk desk) {
    if (working(desk)) {
      showHeader(desk);
      arrange(header, trouble, labeling);
    } else {
      start.show(desk);
      arrange(trouble, start);
    }
    fit();
    if (desk.phase() != phase) {
      phase = desk.phase();
      focus();
    }
  }

  private void arrange(Node... parts) {
    if (!arranged.equals(List.of(parts))) {
      arranged = List.of(parts);
      body.show(parts);
    }
  }

  private void showHeader(Desk desk) {
    String question = model.rules().guidelinesProperty().get().question();
    header.show(
        question.isEmpty() ? words.of("label.title") : question,
        desk.phase() == Desk.Phase.LOADING
            ? ""
            : words.of("label.progress", desk.labeled(), desk.texts()));
  }

  private void showTrouble(Optional<Trouble> what) {
    trouble.getChildren().clear();
    trouble.setManaged(what.isPresent());
    what.ifPresent(it -> {
      Button again = new Button(words.of("label.again"), Icon.of("mdomz-refresh"));
      again.setId("again");
      again.setMinWidth(Button.USE_PREF_SIZE);
      again.setOnAction(event -> {
        focus();
        it.again().run();
      });
      String why = Phrases.failure(words, it.cause());
      VerdictBanner banner = new VerdictBanner(Tone.DANGER, it.sentence(words), why);
      banner.setId("trouble");
      trouble.getChildren().add(banner.with(again));
    });
  }

  private void openRules() {
    RulesView view = new RulesView(model.rules(), words, over);
    over.show(view);
    view.focus();
  }

  private void newLabel() {
    NewLabelView view = new NewLabelView(model, words, over);
    over.show(view);
    view.focus();
  }

  private void focus() {
    if (arranged.contains(start)) {
      start.focus();
    } else {
      labeling.focus();
    }
  }

  @Override
  public Node node() {
    return body;
  }

  @Override
  public ActionBar actionBar() {
    return actions.bar();
  }

  @Override
  public void shown() {
    model.refresh();
    focus();
  }

  @Override
  public void keyPressed(KeyEvent event) {
    if (working(model.deskProperty().get())) {
      keyboard.pressed(event);
    }
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("1 … 9, 0, Q, W, E …", words.of("label.keys.pick")),
        new Shortcut("Space", words.of("label.keys.skip")),
        new Shortcut("Backspace", words.of("label.keys.undo")),
        new Shortcut("←, →", words.of("label.keys.turn")),
        new Shortcut("↑, ↓", words.of("label.keys.decided")),
        new Shortcut("Page Down, Page Up", words.of("label.keys.scroll")),
        new Shortcut("+", words.of("label.keys.new")),
        new Shortcut("G", words.of("label.keys.rules")));
  }
}
