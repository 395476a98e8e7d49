package org.shilpi.ui.data;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.shilpi.data.Known;
import org.shilpi.job.Problem;
import org.shilpi.text.Messages;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.control.ActionBar;
import org.shilpi.ui.control.EmptyState;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.OneOfFew;
import org.shilpi.ui.control.PageBody;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;
import org.shilpi.ui.control.Watch;
import org.shilpi.ui.data.privacy.PrivacyView;
import org.shilpi.ui.data.quality.QualityView;
import org.shilpi.ui.data.splits.SplitsView;
import org.shilpi.ui.shell.JobStrip;
import org.shilpi.ui.shell.Page;
import org.shilpi.ui.shell.Phrases;

/// The page of data: empty, a file being mapped, or what is in.
public final class DataView implements Page {
  private final DataViewModel model;
  private final Messages words;
  private final VBox state = new VBox(16);
  private final StackPane middle = new StackPane();
  private final PageBody body = new PageBody(state, middle);
  private final StackPane top = new StackPane();
  private final ActionBar actions = new ActionBar();
  private Consumer<KeyEvent> keys = event -> {};

  public DataView(DataViewModel model, Messages words) {
    this.model = model;
    this.words = words;
    VBox.setVgrow(middle, Priority.ALWAYS);
    top.setAlignment(Pos.CENTER_LEFT);
    ImportViewModel incoming = model.incoming();
    Watch.on(body, incoming.runningProperty(), job -> showState());
    Watch.on(body, incoming.failureProperty(), cause -> showState());
    Watch.on(
        body,
        incoming.cutOffProperty(),
        earlier -> {
          showState();
          showMiddle();
        });
    Watch.on(body, incoming.previewProperty(), preview -> showMiddle());
    Watch.on(body, incoming.batchProperty(), batch -> showMiddle());
    Watch.on(
        body,
        model.texts().contentProperty(),
        content -> {
          // What is being mapped stays as it is, with the focus where it is.
          if (!coming()) {
            showMiddle();
          }
        });
    Watch.on(body, model.partProperty(), part -> showMiddle());
    Watch.any(body, model.quality().changedProperty(), this::showTop);
    Watch.any(body, model.privacy().changedProperty(), this::showTop);
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
    model.texts().refresh();
    model.shown();
  }

  @Override
  public void keyPressed(KeyEvent event) {
    if (!coming()) {
      keys.accept(event);
    }
  }

  @Override
  public List<Shortcut> shortcuts() {
    return QualityView.shortcuts(words);
  }

  private boolean coming() {
    return model.incoming().previewProperty().get().isPresent()
        || model.incoming().batchProperty().get().isPresent();
  }

  private void showState() {
    state.getChildren().clear();
    Optional<FxJob> job = model.incoming().runningProperty().get();
    job.ifPresent(running ->
        state.getChildren().add(new JobStrip(running, words.of("window.data.importing"), words)));
    model
        .incoming()
        .failureProperty()
        .get()
        .ifPresent(cause ->
            state
                .getChildren()
                .add(
                    new VerdictBanner(
                        Tone.DANGER,
                        words.of(
                            cause instanceof Problem problem
                                    && problem.key().startsWith("problem.import.")
                                ? "window.data.failed.import"
                                : "window.data.failed"),
                        Phrases.failure(words, cause)
                            + " "
                            + words.of("window.data.failed.safe"))));
    if (job.isEmpty()) {
      model
          .incoming()
          .cutOffProperty()
          .get()
          .ifPresent(earlier ->
              state
                  .getChildren()
                  .add(
                      new CutOffCard(
                          earlier,
                          model.incoming().failureProperty().get(),
                          model.incoming(),
                          words)));
    }
    state.setManaged(!state.getChildren().isEmpty());
    middle.setDisable(job.isPresent());
  }

  private void showMiddle() {
    Optional<FilePreview> preview = model.incoming().previewProperty().get();
    Optional<TextsViewModel.Content> content = model.texts().contentProperty().get();
    Optional<Batch> batch = model.incoming().batchProperty().get();
    if (batch.isPresent()) {
      showComing(
          new BatchView(batch.get(), model.incoming(), words),
          words.of("window.data.bring.files", batch.get().files()));
    } else if (preview.isPresent()) {
      showComing(
          new MappingView(preview.get(), model.incoming(), words),
          model.incoming().known() == Known.LEAVE_OUT
              ? words.of("window.data.bring.new")
              : words.of("window.data.bring", preview.get().coming()));
    } else if (content.isPresent() && !content.get().texts().isEmpty()) {
      showInside(content.get());
    } else if (content.isPresent()) {
      showEmpty();
    } else {
      middle.getChildren().clear();
      actions.clear();
    }
  }

  private void showEmpty() {
    // One primary action: what was cut off is decided first.
    String pick = words.of("window.data.choose");
    Button choose =
        model.incoming().cutOffProperty().get().isPresent()
            ? new Button(pick, Icon.of("mdoal-folder_open"))
            : ActionBar.primary(pick, "mdoal-folder_open");
    choose.setId("choose-file");
    choose.setOnAction(event -> choose());
    Button folder = new Button(words.of("window.data.choose-folder"));
    folder.setId("choose-folder");
    folder.setOnAction(event -> chooseFolder());
    EmptyState empty =
        new EmptyState(
            words.of("window.data.empty"),
            words.of("window.data.empty.below"),
            words.of("window.data.formats"),
            choose,
            folder);
    empty.setOnDragEntered(event -> empty.getStyleClass().add("drag-over"));
    empty.setOnDragExited(event -> empty.getStyleClass().remove("drag-over"));
    empty.setMaxHeight(Region.USE_PREF_SIZE);
    middle.setAlignment(Pos.CENTER);
    middle.getChildren().setAll(empty);
    actions.clear().left(back());
  }

  private void showComing(Node view, String does) {
    middle.setAlignment(Pos.TOP_LEFT);
    middle.getChildren().setAll(view);
    Button other = ActionBar.quiet(words.of("window.data.other"), "mdoal-folder_open");
    other.setOnAction(event -> choose());
    Button leave = new Button(words.of("window.cancel"));
    leave.setMinWidth(Region.USE_PREF_SIZE);
    leave.setId("leave-file");
    leave.setOnAction(event -> model.incoming().forget());
    Button bring = ActionBar.primary(does, "mdoal-done");
    bring.setId("bring-in");
    bring.setOnAction(event -> model.incoming().bringIn());
    bring.disableProperty().bind(model.incoming().readingProperty());
    actions.clear().left(leave, other).fact(words.of("window.data.copied")).right(bring);
  }

  private void showInside(TextsViewModel.Content content) {
    middle.setAlignment(Pos.TOP_LEFT);
    keys = event -> {};
    Region side =
        switch (model.partProperty().get()) {
          case TEXTS ->
              new TextsView(content, model.incoming().resultProperty().get(), model.texts(), words);
          case QUALITY -> {
            QualityView quality =
                new QualityView(model.quality(), words, new LabelsCard(content, words));
            keys = quality::keyPressed;
            yield quality;
          }
          case SPLITS -> new SplitsView(model.splits(), words);
          case PRIVACY -> new PrivacyView(model.privacy(), words);
        };
    VBox.setVgrow(side, Priority.ALWAYS);
    showTop();
    middle.getChildren().setAll(new VBox(16, top, side));
  }

  /// The switch between the sides, and what each offers.
  private void showTop() {
    DataViewModel.Part part = model.partProperty().get();
    top.getChildren()
        .setAll(
            new OneOfFew<>(List.of(DataViewModel.Part.values()), part, this::name, model::show));
    if (coming()
        || model.texts().contentProperty().get().filter(c -> !c.texts().isEmpty()).isEmpty()) {
      return;
    }
    Button more = ActionBar.quiet(words.of("window.data.more"), "mdoal-add");
    more.setId("more-files");
    more.setOnAction(event -> choose());
    // One primary action: while the gate is shut it is hiding, in the page.
    boolean shut = part == DataViewModel.Part.PRIVACY && model.privacy().open() > 0;
    String go = words.of("window.data.label");
    Button label =
        shut
            ? ActionBar.quiet(go, "mdoal-arrow_forward")
            : ActionBar.primary(go, "mdoal-arrow_forward");
    label.setId("go-label");
    label.setOnAction(event -> model.goOn());
    String fact =
        switch (part) {
          case TEXTS -> words.of("window.data.drop");
          case QUALITY -> words.of("window.quality.holding", model.quality().open());
          case SPLITS -> words.of("window.splits.frozen");
          case PRIVACY -> words.of("window.privacy.stays");
        };
    Button folder = ActionBar.quiet(words.of("window.data.more-folder"), "mdoal-folder_open");
    folder.setId("more-folder");
    folder.setOnAction(event -> chooseFolder());
    actions.clear().left(back(), more, folder).fact(fact).right(label);
  }

  private String name(DataViewModel.Part part) {
    return switch (part) {
      case TEXTS -> words.of("window.data.part-of.texts");
      case QUALITY -> words.of("window.data.part-of.quality", model.quality().open());
      case SPLITS -> words.of("window.data.part-of.splits");
      case PRIVACY -> words.of("window.data.part-of.privacy", model.privacy().open());
    };
  }

  private Button back() {
    Button back = ActionBar.quiet(words.of("window.place.base-model"), "mdoal-arrow_back");
    back.setOnAction(event -> model.goBack());
    return back;
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.of("window.data.choose"));
    List<File> files = chooser.showOpenMultipleDialog(body.getScene().getWindow());
    if (files != null && !files.isEmpty()) {
      model.incoming().look(files.stream().map(File::toPath).toList());
    }
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(words.of("window.data.choose-folder"));
    File folder = chooser.showDialog(body.getScene().getWindow());
    if (folder != null) {
      model.incoming().look(List.of(folder.toPath()));
    }
  }

  /// An icon before a word, as the cards of this page have it.
  static Node icon(String code) {
    return Icon.of(code, "accent");
  }
}
