package org.shilpi.train;

import java.io.IOException;
import java.util.function.Consumer;
import org.shilpi.job.JobContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A trainer whose trainings are compared with their forecasts, for the sake of the next.
public final class WatchedTrainer implements Trainer {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedTrainer.class);

  private final Trainer trainer;
  private final ForecastBook book;

  public WatchedTrainer(Trainer trainer, ForecastBook book) {
    this.trainer = trainer;
    this.book = book;
  }

  @Override
  public TrainingResult train(TrainingTask task, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    TrainingResult result = trainer.train(task, context, events);
    if (task.seconds() > 0) {
      // It was to end early, which no forecast knew.
      return result;
    }
    try {
      book.happened(task, result);
    } catch (IOException | RuntimeException e) {
      // The model is worth more than the record.
      LOG.warn("the forecast of {} was not compared", task.run(), e);
    }
    return result;
  }
}
