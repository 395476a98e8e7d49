package org.shilpi.ui.shell;

import javafx.scene.layout.StackPane;
import org.shilpi.text.Messages;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.control.ProgressStrip;
import org.shilpi.ui.control.Watch;

/// A job that is going on, told in the user's words, with its stop.
public final class JobStrip extends StackPane {
  /// @param first what is said before the job says something itself
  public JobStrip(FxJob job, String first, Messages words) {
    ProgressStrip strip = new ProgressStrip(words.of("window.stop"), job::cancel);
    strip.show(first, Double.NaN, "");
    Watch.on(
        this,
        job.progressProperty(),
        progress ->
            progress.ifPresent(p ->
                strip.show(Phrases.doing(words, p), p.fraction(), Phrases.timeLeft(words, p))));
    getChildren().add(strip);
  }
}
