package org.shilpi.ui.data;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shilpi.job.Problem;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;
import org.shilpi.workflow.CutOff;

/// An import that was cut off: it goes on, or is taken back.
final class CutOffCard extends VBox {
  /// @param failure why going on did not work, where it was tried
  CutOffCard(CutOff earlier, Optional<Throwable> failure, ImportViewModel model, Messages words) {
    super(10);
    setId("cut-off");
    boolean changed = failure.filter(CutOffCard::changed).isPresent();
    Button go =
        new Button(words.of(changed ? "window.data.cut-off.anew" : "window.data.cut-off.go"));
    go.setId(changed ? "start-anew" : "go-on");
    go.getStyleClass().add("accent");
    go.setGraphic(Icon.of("mdomz-play_arrow"));
    go.setOnAction(event -> {
      if (changed) {
        model.startAnew();
      } else {
        model.goOn();
      }
    });
    Button withdraw = new Button(words.of("window.data.cut-off.withdraw"));
    withdraw.setId("withdraw");
    withdraw.setOnAction(event -> model.withdraw());
    go.setMinWidth(USE_PREF_SIZE);
    withdraw.setMinWidth(USE_PREF_SIZE);
    HBox buttons = new HBox(10, withdraw, go);
    buttons.setAlignment(Pos.CENTER);
    VerdictBanner banner =
        new VerdictBanner(
            Tone.WARNING,
            words.of("window.data.cut-off", earlier.name(), earlier.rows()),
            words.of(changed ? "window.data.cut-off.changed" : "window.data.cut-off.below"));
    getChildren().add(banner.with(buttons));
  }

  private static boolean changed(Throwable cause) {
    return cause instanceof Problem problem
        && (problem.key().equals("problem.import.changed")
            || problem.key().equals("problem.import.labels"));
  }
}
