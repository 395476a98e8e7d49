package org.shilpi.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.Job;
import org.shilpi.job.JobRunner;
import org.shilpi.job.Outcome;
import org.shilpi.job.Progress;
import org.shilpi.job.RunningJob;

/// The bridge between jobs and the window's thread, and the only one. The window's thread never
/// waits: it starts a job here and is told later. Of a job's progress only the newest value is
/// delivered, so that a fast job cannot flood the window; batches lose nothing.
public final class FxJobs {
  private static final Duration BETWEEN_BATCHES = Duration.millis(200);

  private final JobRunner runner;

  public FxJobs(JobRunner runner) {
    this.runner = runner;
  }

  /// Starts a job; `ended` is called on the window's thread.
  ///
  /// @param name for the log
  public <R extends @Nullable Object> FxJob start(
      String name, Job<R> job, Consumer<Outcome<R>> ended) {
    FxJob handle = new FxJob();
    AtomicReference<@Nullable Progress> newest = new AtomicReference<>();
    RunningJob running =
        runner.submit(
            name,
            job,
            progress -> {
              if (newest.getAndSet(progress) == null) {
                Platform.runLater(() -> deliver(newest.getAndSet(null), handle));
              }
            },
            outcome ->
                Platform.runLater(() -> {
                  handle.end();
                  ended.accept(outcome);
                }));
    handle.cancelWith(running::cancel);
    return handle;
  }

  private static void deliver(@Nullable Progress progress, FxJob handle) {
    if (progress != null) {
      handle.show(progress);
    }
  }

  /// A place where any thread may put values; they arrive on the window's thread, in order,
  /// together, at most five times a second, none lost.
  public static <T> Consumer<T> batches(Consumer<List<T>> sink) {
    List<T> waiting = new ArrayList<>();
    return value -> {
      boolean first;
      synchronized (waiting) {
        first = waiting.isEmpty();
        waiting.add(value);
      }
      if (first) {
        Platform.runLater(() -> drainSoon(waiting, sink));
      }
    };
  }

  private static <T> void drainSoon(List<T> waiting, Consumer<List<T>> sink) {
    PauseTransition pause = new PauseTransition(BETWEEN_BATCHES);
    pause.setOnFinished(event -> {
      List<T> batch;
      synchronized (waiting) {
        batch = List.copyOf(waiting);
        waiting.clear();
      }
      sink.accept(batch);
    });
    pause.play();
  }
}
