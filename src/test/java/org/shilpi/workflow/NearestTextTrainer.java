package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;
import org.shilpi.train.Scorer;
import org.shilpi.train.Scores;
import org.shilpi.train.ScoringTask;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingTask;

/// A trainer without an engine: the "model" is the training texts, an answer the label of the text
/// that shares most words.
final class NearestTextTrainer implements Trainer, Scorer {
  @Override
  public TrainingResult train(TrainingTask task, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    Snapshot snapshot = SnapshotFile.read(task.snapshot());
    events.accept(new TrainingEvent.Phase("load", 1));
    for (int step = 1; step <= 3; step++) {
      context.checkCancelled();
      events.accept(new TrainingEvent.Step(step, 3, step / 3.0, 1.0 / step, 1e-3, 10));
    }
    Path model = Files.createDirectories(task.run().resolve("model"));
    Files.copy(task.snapshot(), model.resolve("texts.jsonl"));
    return new TrainingResult(
        1,
        10,
        1,
        1,
        snapshot.part(Split.VALIDATION).isEmpty() ? 0 : 1,
        0.1,
        Map.of("kind", "nearest"));
  }

  @Override
  public Scores score(ScoringTask task, JobContext context) throws IOException {
    Snapshot snapshot = SnapshotFile.read(task.run().resolve("model/texts.jsonl"));
    float[][] rows =
        task.texts().stream().map(text -> answer(snapshot, text)).toArray(float[][]::new);
    float[][] first = new float[rows.length][snapshot.labels().size()];
    for (float[] row : first) {
      row[0] = 1;
    }
    double[] latency = new double[task.latencySamples()];
    Arrays.fill(latency, 2);
    return new Scores(
        snapshot.labels(), rows, task.baselines() ? Map.of("majority", first) : Map.of(), latency);
  }

  private static float[] answer(Snapshot snapshot, String text) {
    Set<String> words = Set.copyOf(List.of(text.split("\\s+")).stream().distinct().toList());
    int best = 0;
    int most = -1;
    for (LabeledText row : snapshot.part(Split.TRAIN)) {
      Set<String> shared = new HashSet<>(List.of(row.text().split("\\s+")));
      shared.retainAll(words);
      if (shared.size() > most) {
        most = shared.size();
        best = row.label();
      }
    }
    int labels = snapshot.labels().size();
    float[] probabilities = new float[labels];
    Arrays.fill(probabilities, 0.2f / (labels - 1));
    probabilities[best] = 0.8f;
    return probabilities;
  }
}
