package org.shilpi.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.shilpi.job.Outcome.Done;
import org.shilpi.ui.FxJobs;

/// Reads every few seconds what the machine has free. For the window's thread only.
public final class MachineWatch {
  private static final Duration EVERY = Duration.seconds(5);

  private final FxJobs jobs;
  private final Path data;
  private final ReadOnlyObjectWrapper<Optional<Machine>> machine =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Timeline clock = new Timeline(new KeyFrame(EVERY, event -> read()));

  public MachineWatch(FxJobs jobs, Path data) {
    this.jobs = jobs;
    this.data = data;
    clock.setCycleCount(Animation.INDEFINITE);
  }

  /// Starts reading; until then nothing is known.
  public void start() {
    read();
    clock.play();
  }

  public void stop() {
    clock.stop();
  }

  public ReadOnlyObjectProperty<Optional<Machine>> machineProperty() {
    return machine.getReadOnlyProperty();
  }

  private void read() {
    jobs.start(
        "read machine",
        context -> Machine.read(data),
        outcome -> {
          if (outcome instanceof Done(Machine newest)) {
            machine.set(Optional.of(newest));
          }
        });
  }
}
