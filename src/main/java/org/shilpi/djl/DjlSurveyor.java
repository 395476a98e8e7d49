package org.shilpi.djl;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;
import org.shilpi.quality.Survey;
import org.shilpi.quality.SurveyTask;
import org.shilpi.quality.Surveyor;

/// Looks at texts through a frozen base model, in this process. Vectors are kept in the same cache
/// as a training's.
public final class DjlSurveyor implements Surveyor {
  private static final int FEWEST_LABELED = 20;

  @Override
  public Survey survey(SurveyTask task, JobContext context) throws IOException {
    List<String> texts = task.texts();
    Device device = Torch.device(task.device());
    context.report(Progress.unknown("progress.quality.tokens"));
    int[] tokens;
    int limit;
    float[][] vectors;
    try (Encoder encoder = Encoder.open(task.baseModel(), device)) {
      limit = TextLength.of(texts, task.baseModel(), encoder.config().maxPositions(), context);
      Path folder =
          task.cache()
              .resolve("embeddings")
              .resolve(ModelHash.of(task.baseModel()).all().substring(0, 16) + "-" + limit);
      try (TextTokenizer tokenizer = TextTokenizer.open(task.baseModel(), limit)) {
        tokens = tokenizer.wholeLengths(texts, context);
        EmbeddingCache cache = new EmbeddingCache(folder, encoder.config().hiddenSize());
        vectors =
            new Embedder(encoder, cache)
                .embed(
                    texts,
                    tokenizer.tokenize(texts, context).ids(),
                    context,
                    part(context, 0, 0.7, "progress.quality.embed"));
      }
    }
    float[] distances =
        Neighbours.distances(vectors, context, part(context, 0.7, 0.75, "progress.quality.embed"));
    OutOfFold.Result learned = learned(task, vectors, context);
    return new Survey(
        limit,
        tokens,
        distances,
        learned.probabilities(),
        learned.sizes(),
        learned.hits(),
        learned.tested());
  }

  private static OutOfFold.Result learned(SurveyTask task, float[][] vectors, JobContext context)
      throws IOException {
    int[] rows = IntStream.range(0, vectors.length).filter(task::labeled).toArray();
    int[] labels = Arrays.stream(rows).map(row -> task.labels()[row]).toArray();
    if (rows.length < FEWEST_LABELED || Arrays.stream(labels).distinct().count() < 2) {
      return new OutOfFold.Result(new float[0][], new int[0], new int[0], 0);
    }
    OutOfFold.Result result =
        new OutOfFold(
                Arrays.stream(rows).mapToObj(row -> vectors[row]).toArray(float[][]::new),
                labels,
                Arrays.stream(rows).map(row -> task.families()[row]).toArray(),
                task.classes(),
                task.seed())
            .run(context, part(context, 0.75, 1, "progress.quality.learn"));
    float[][] all = new float[vectors.length][0];
    for (int i = 0; i < rows.length; i++) {
      all[rows[i]] = result.probabilities()[i];
    }
    return new OutOfFold.Result(all, result.sizes(), result.hits(), result.tested());
  }

  private static DoubleConsumer part(JobContext context, double from, double to, String key) {
    return share -> context.report(Progress.of(from + (to - from) * share, key));
  }
}
