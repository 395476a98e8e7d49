package org.shilpi.worker;

import java.io.IOException;
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
    var last = conversation.holdAside(new Request.Foretell(tasks), context);
    if (last instanceof Message.Foretold(var forecasts)) {
      return forecasts;
    }
    throw new IllegalStateException("a forecast was answered with " + last);
  }
}
