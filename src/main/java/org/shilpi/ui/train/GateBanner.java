package org.shilpi.ui.train;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;
import org.shilpi.workflow.ProjectSummary;

/// What would hold a run back, said before it is started: what the texts give away about people.
final class GateBanner {
  private GateBanner() {}

  /// @param look goes to what was found
  /// @return nothing where the privacy gate is open
  static Optional<VerdictBanner> of(
      Optional<ProjectSummary> project, Messages words, Runnable look) {
    return project
        .filter(counts -> counts.texts() > 0)
        .flatMap(counts ->
            switch (counts.gate()) {
              case BLOCKED ->
                  Optional.of(
                      banner(
                          Tone.WARNING,
                          words.of("window.train.private", counts.telling()),
                          words.of("window.train.private.below"),
                          words.of("window.train.privacy"),
                          look));
              case OPEN ->
                  Optional.of(
                      banner(
                          Tone.ACCENT,
                          words.of("window.train.unlooked"),
                          words.of("window.train.unlooked.below"),
                          words.of("window.train.privacy"),
                          look));
              case PASSED, WAIVED -> Optional.empty();
            });
  }

  private static VerdictBanner banner(
      Tone tone, String sentence, String below, String go, Runnable look) {
    Button button = new Button(go);
    button.setId("go-privacy");
    button.getStyleClass().add("flat");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> look.run());
    return new VerdictBanner(tone, sentence, below).with(button);
  }
}
