package org.shilpi.ui.shell;

import atlantafx.base.controls.Spacer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;

/// The left edge: Home, the steps with a thread through their rings, and the switches of the
/// window.
final class RailView extends VBox {
  private static final double STEP = 52;
  private static final double RING_END = 38;
  private static final double RING_MIDDLE = 21;

  private final Map<Place, StepButton> buttons = new EnumMap<>(Place.class);
  private final Label brandName;
  private final Pane thread = new Pane();
  private final FlowPane foot;

  RailView(Workspace workspace, Set<Place> places, Messages words, Button... switches) {
    getStyleClass().add("rail");
    brandName = new Label(words.of("window.name"));
    HBox brand = new HBox(new Logo(), brandName);
    brand.getStyleClass().add("brand");
    VBox steps = new VBox();
    for (Place place : new TreeSet<>(places)) {
      StepButton button = new StepButton(place, place.name(words));
      button.setOnAction(event -> {
        workspace.go(place);
        mark(workspace.placeProperty().get());
      });
      buttons.put(place, button);
      if (place != Place.HOME) {
        steps.getChildren().add(button);
      }
    }
    thread.setMouseTransparent(true);
    for (int i = 0; i + 1 < steps.getChildren().size(); i++) {
      Region piece = new Region();
      piece.getStyleClass().add("thread");
      piece.resizeRelocate(RING_MIDDLE, i * STEP + RING_END, 2, STEP - 24);
      piece.setManaged(false);
      thread.getChildren().add(piece);
    }
    foot = new FlowPane(4, 4, switches);
    foot.setOrientation(Orientation.HORIZONTAL);
    StackPane threaded = new StackPane(steps, thread);
    VBox.setMargin(threaded, new javafx.geometry.Insets(8, 0, 0, 0));
    getChildren()
        .addAll(
            brand,
            Objects.requireNonNull(buttons.get(Place.HOME)),
            threaded,
            new Spacer(Orientation.VERTICAL),
            foot);
  }

  static Button toggle(String icon, String words, Runnable action) {
    Button button = new Button(null, Icon.of(icon));
    button.getStyleClass().add("icon-button");
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(event -> action.run());
    return button;
  }

  void mark(Place here) {
    buttons.forEach((place, button) -> button.setSelected(place == here));
  }

  void show(Map<Place, StepState> states, Messages words) {
    buttons.forEach((place, button) -> {
      StepState state = states.get(place);
      button.setDisable(place != Place.HOME && states.isEmpty());
      if (state != null) {
        button.show(state, state.line(words));
      }
    });
  }

  void setNarrow(boolean narrow) {
    buttons.values().forEach(button -> button.setNarrow(narrow));
    brandName.setVisible(!narrow);
    brandName.setManaged(!narrow);
    thread.setTranslateX(narrow ? 2 : 0);
    foot.setAlignment(narrow ? Pos.CENTER : Pos.CENTER_LEFT);
  }
}
