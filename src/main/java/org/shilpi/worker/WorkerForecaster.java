package org.shilpi.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.shilpi.job.JobContext;
import org.shilpi.train.Forecast;
import org.shilpi.train.Forecaster;
import org.shilpi.train.TrainingTask;

/// Tries trainings out in a Java process of its own, as they would run.
public final class WorkerForecaster implements Forecaster {
  private final Conversation conversation;

  public WorkerForecaster() {
    this(new Conversation(WorkerCommand.ofThisProcess(), Limits.usual(), System::nanoTime));
  }

  WorkerForecaster(Conversation conversation) {
    this.conversation = conversation;
  }

  /// @throws IllegalStateException if the worker's work ended in an unexpected exception
  @Override
  public List<Forecast> forecast(List<TrainingTask> tasks, JobContext context) throws IOException {
    var folder = Files.createTempDirectory("shilpi-forecast-");
    try {
      var last = conversation.hold(new Request.Foretell(tasks), folder, context, event -> {});
      if (last instanceof Message.Foretold(var forecasts)) {
        return forecasts;
      }
      throw new IllegalStateException("a forecast was answered with " + last);
    } finally {
      Files.deleteIfExists(folder.resolve("worker.log"));
      Files.deleteIfExists(folder.resolve("worker-crash.log"));
      Files.deleteIfExists(folder);
    }
  }
}
