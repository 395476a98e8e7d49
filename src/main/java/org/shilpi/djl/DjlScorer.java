package org.shilpi.djl;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.shilpi.job.JobContext;
import org.shilpi.project.TaskKind;
import org.shilpi.train.Baselines;
import org.shilpi.train.FoundSpan;
import org.shilpi.train.Scorer;
import org.shilpi.train.Scores;
import org.shilpi.train.ScoringTask;

/// Lets a trained run answer in this process. See [DjlTrainer] for what it reads.
public final class DjlScorer implements Scorer {
  static final String FROZEN = "frozen";
  private static final int WARM_UP = 5;

  private final LongSupplier nanos;

  public DjlScorer() {
    this(System::nanoTime);
  }

  /// @param nanos a clock that only goes forward
  DjlScorer(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public Scores score(ScoringTask task, JobContext context) throws IOException {
    Device device = Torch.device(task.device());
    Path folder = task.run().resolve(DjlTrainer.MODEL);
    Map<String, float[][]> baselines = new HashMap<>();
    Map<String, List<List<FoundSpan>>> spanBaselines = new HashMap<>();
    if (task.baselines()) {
      Path plain = task.run().resolve(DjlTrainer.BASELINES);
      Baselines known = Baselines.load(plain);
      baselines.putAll(known.probabilities(task.texts()));
      spanBaselines.putAll(known.spans(task.texts()));
      if (Files.isDirectory(plain.resolve(FROZEN))) {
        try (TrainedModel frozen =
            TrainedModel.open(plain.resolve(FROZEN), task.baseModel(), device)) {
          if (frozen.task() == TaskKind.SPANS) {
            spanBaselines.put(FROZEN, frozen.spans(task.texts(), context));
          } else {
            baselines.put(FROZEN, frozen.probabilities(task.texts(), context));
          }
        }
      }
    }
    try (TrainedModel model = TrainedModel.open(folder, task.baseModel(), device)) {
      boolean marks = model.task() == TaskKind.SPANS;
      return new Scores(
          model.labels(),
          marks ? new float[0][] : model.probabilities(task.texts(), context),
          model.thresholds(),
          marks ? model.spans(task.texts(), context) : List.of(),
          baselines,
          spanBaselines,
          latency(model, task, context));
    }
  }

  /// Times texts spread evenly over the task, one by one, from the text to its answer.
  private double[] latency(TrainedModel model, ScoringTask task, JobContext context)
      throws IOException {
    List<String> texts = task.texts();
    int samples = Math.min(task.latencySamples(), texts.size());
    double[] millis = new double[samples];
    for (int i = -Math.min(WARM_UP, samples); i < samples; i++) {
      context.checkCancelled();
      String text = texts.get((int) ((long) Math.max(0, i) * texts.size() / samples));
      long begin = nanos.getAsLong();
      if (model.task() == TaskKind.SPANS) {
        model.spans(List.of(text), JobContext.quiet());
      } else {
        model.probabilities(List.of(text), JobContext.quiet());
      }
      if (i >= 0) {
        millis[i] = (nanos.getAsLong() - begin) / 1e6;
      }
    }
    return millis;
  }
}
