package org.shilpi.djl;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.shilpi.job.JobContext;
import org.shilpi.project.Disk;
import org.shilpi.train.Forecast;
import org.shilpi.train.Forecaster;
import org.shilpi.train.TrainingTask;

/// Tries trainings out for some seconds each, in this process, and reckons what the whole would
/// take. Lighter depths come first: the most memory that a process ever held only grows.
public final class DjlForecaster implements Forecaster {
  private final LongSupplier nanos;

  public DjlForecaster() {
    this(System::nanoTime);
  }

  /// @param nanos a clock that only goes forward
  DjlForecaster(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public List<Forecast> forecast(List<TrainingTask> tasks, JobContext context) throws IOException {
    Forecast[] forecasts = new Forecast[tasks.size()];
    List<Integer> order =
        IntStream.range(0, forecasts.length)
            .boxed()
            .sorted(Comparator.comparing(i -> tasks.get(i).spec().method()))
            .toList();
    for (int i : order) {
      forecasts[i] = forecast(tasks.get(i), context);
    }
    return List.of(forecasts);
  }

  private Forecast forecast(TrainingTask task, JobContext context) throws IOException {
    long begin = nanos.getAsLong();
    Report report = new Report(context, event -> {}, nanos);
    try (Session session = new Session(task, report)) {
      double load = (nanos.getAsLong() - begin) / 1e9;
      return new TrialRun(session).run(load).forecast();
    } catch (IOException e) {
      throw Disk.explain(e, task.cache());
    }
  }
}
