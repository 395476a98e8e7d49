package org.shilpi.ui;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.job.Progress;

/// A job as the window sees it. For the window's thread only.
public final class FxJob {
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyObjectWrapper<Optional<Progress>> progress =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Runnable cancel = () -> {};

  FxJob() {}

  /// Asks the job to stop; it ends as cancelled when it noticed.
  public void cancel() {
    cancel.run();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// The newest progress, empty before the first.
  public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  void cancelWith(Runnable newCancel) {
    cancel = newCancel;
  }

  void show(Progress newest) {
    progress.set(Optional.of(newest));
  }

  void end() {
    running.set(false);
  }
}
