package org.shilpi.djl;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingEvent;
import org.shilpi.worker.Engine;
import org.shilpi.worker.WorkerMain;

/// A worker process that tunes for real, tells every step, saves after every few, and stands still
/// for ever after the step that its argument names, so that it can be killed there.
public final class TuningWorker {
  private TuningWorker() {}

  public static void main(String[] arguments) {
    long last = Long.parseLong(arguments[0]);
    var seconds = new AtomicLong();
    var tuning = new DjlTrainer(() -> seconds.addAndGet(1_000_000_000), Duration.ofSeconds(8));
    Trainer trainer =
        (task, context, events) ->
            tuning.train(
                task,
                context,
                event -> {
                  events.accept(event);
                  if (event instanceof TrainingEvent.Step step && step.step() == last) {
                    standStill();
                  }
                });
    System.exit(
        WorkerMain.run(
            System.in,
            System.out,
            new Engine(
                trainer,
                new DjlScorer(),
                new DjlForecaster(),
                new DjlExporter(),
                new DjlSurveyor())));
  }

  private static void standStill() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
