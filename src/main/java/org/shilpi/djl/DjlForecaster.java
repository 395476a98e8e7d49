package org.shilpi.djl;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.job.JobContext;
import org.shilpi.project.Disk;
import org.shilpi.train.Baselines;
import org.shilpi.train.Forecast;
import org.shilpi.train.Forecaster;
import org.shilpi.train.TrainingTask;

/// Tries trainings out for some seconds each, in this process, and reckons what the whole would
/// take. Lighter depths come first: the most memory that a process ever held only grows.
public final class DjlForecaster implements Forecaster {
  private static final int BASELINE_ROWS = 200;

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
    // Loading the engine belongs to no training more than to another.
    Torch.version();
    BaselineCost baselines = null;
    for (int i : order) {
      TrainingTask task = tasks.get(i);
      if (baselines == null) {
        baselines = baselines(task, context);
      }
      forecasts[i] = forecast(task, baselines, context);
    }
    return List.of(forecasts);
  }

  /// What the plain baselines will take, the same for all depths.
  ///
  /// @param seconds reckoned from some of the rows
  /// @param bytes of each copy on disk
  /// @param kept whether an earlier run left one that runs share
  record BaselineCost(double seconds, double bytes, boolean kept) {}

  private BaselineCost baselines(TrainingTask task, JobContext context) throws IOException {
    Snapshot whole = SnapshotFile.read(task.snapshot());
    double bytes = Baselines.bytes(whole, task.spec().seed(), context);
    if (DjlTrainer.hasBaselines(whole.fingerprint(), task)) {
      return new BaselineCost(0, bytes, true);
    }
    Material material = Material.of(whole, task.spec().seed());
    List<LabeledText> rows = material.all();
    int every = Math.max(1, rows.size() / BASELINE_ROWS);
    List<LabeledText> some =
        IntStream.range(0, rows.size()).filter(i -> i % every == 0).mapToObj(rows::get).toList();
    Snapshot part = Snapshot.of(whole.task(), whole.labels(), some);
    long begin = nanos.getAsLong();
    Baselines.fit(part, task.spec().seed(), context);
    double seconds = (nanos.getAsLong() - begin) / 1e9 * rows.size() / some.size();
    return new BaselineCost(seconds, bytes, false);
  }

  private Forecast forecast(TrainingTask task, BaselineCost baselines, JobContext context)
      throws IOException {
    long begin = nanos.getAsLong();
    Report report = new Report(context, event -> {}, nanos);
    try (Session session = new Session(task, report)) {
      double load = (nanos.getAsLong() - begin) / 1e9;
      return new DjlTryout(session, baselines).run(load).forecast();
    } catch (IOException e) {
      throw Disk.explain(e, task.cache());
    }
  }
}
