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
import org.shilpi.train.Baselines;
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
    List<String> labels;
    float[][] probabilities;
    double[] latency;
    try (TrainedModel model = TrainedModel.open(folder, task.baseModel(), device)) {
      labels = model.labels();
      probabilities = model.probabilities(task.texts(), context);
      latency = latency(model, task, context);
    }
    Map<String, float[][]> baselines = new HashMap<>();
    if (task.baselines()) {
      Path plain = task.run().resolve(DjlTrainer.BASELINES);
      baselines.putAll(Baselines.load(plain).probabilities(task.texts()));
      if (Files.isDirectory(plain.resolve(FROZEN))) {
        try (TrainedModel frozen =
            TrainedModel.open(plain.resolve(FROZEN), task.baseModel(), device)) {
          baselines.put(FROZEN, frozen.probabilities(task.texts(), context));
        }
      }
    }
    return new Scores(labels, probabilities, baselines, latency);
  }

  /// Times texts spread evenly over the task, one by one, from the text to its probabilities.
  private double[] latency(TrainedModel model, ScoringTask task, JobContext context)
      throws IOException {
    List<String> texts = task.texts();
    int samples = Math.min(task.latencySamples(), texts.size());
    double[] millis = new double[samples];
    for (int i = -Math.min(WARM_UP, samples); i < samples; i++) {
      context.checkCancelled();
      String text = texts.get((int) ((long) Math.max(0, i) * texts.size() / samples));
      long begin = nanos.getAsLong();
      model.probabilities(List.of(text), JobContext.quiet());
      if (i >= 0) {
        millis[i] = (nanos.getAsLong() - begin) / 1e6;
      }
    }
    return millis;
  }
}
