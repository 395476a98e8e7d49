package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.train.Knobs;

/// An encoder with a head on it, and the optimizer that moves both.
///
/// The word vectors stay as they are: AdamW would spend most of its memory and time on rows that a
/// batch does not touch.
final class Tuner implements AutoCloseable {
  private static final String WORDS = "embeddings.word_embeddings.weight";
  private static final String POOLER = "pooler.";

  private final Encoder encoder;
  private final Knobs knobs;
  private final long seed;
  private final Schedule baseRate;
  private final Schedule headRate;
  private final Map<String, NDArray> learned = new LinkedHashMap<>();
  private final AdamW optimizer;

  /// @param head where the head starts
  /// @param steps planned in all
  Tuner(Encoder encoder, LinearHead head, Knobs knobs, long seed, long steps) throws IOException {
    this.encoder = encoder;
    this.knobs = knobs;
    this.seed = seed;
    long warmUp = Math.round(knobs.warmup() * steps);
    baseRate = Schedule.of(knobs.learningRate(), steps, warmUp);
    headRate = Schedule.of(knobs.headLearningRate(), steps, warmUp);
    encoder.put(head);
    encoder
        .weights()
        .arrays()
        .forEach((name, array) -> {
          if (!name.equals(WORDS) && !name.startsWith(POOLER)) {
            learned.put(name, array);
          }
        });
    optimizer = new AdamW(encoder.manager(), learned);
  }

  /// One optimizer step.
  ///
  /// @param batch rows of the lesson
  /// @param step steps done before: it seeds the dropout, so that a resumed run repeats it
  /// @return mean cross-entropy before the step, in nats
  /// @throws Problem if the loss or the gradient is no number any more
  double step(Lesson lesson, int[] batch, long step) {
    Torch.seed(seed * 1_000_003 + step);
    double loss = encoder.step(lesson.tokens(batch), lesson.labels(batch), knobs.dropout());
    double norm = optimizer.clip(knobs.clip());
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      throw Problem.of(
          "problem.train.diverged", Long.toString(step + 1), Double.toString(knobs.learningRate()));
    }
    optimizer.update(baseRate.at(step), headRate.at(step), knobs.weightDecay());
    return loss;
  }

  /// Learning rate of the base model's weights.
  double learningRate(long step) {
    return baseRate.at(step);
  }

  /// How the network stands on rows it does not learn from.
  Softmax.Score score(Lesson lesson, JobContext context) {
    float[][] scores = new float[lesson.labels().length][];
    for (int[] batch : Batches.byLength(lesson.lengths(), Embedder.BUDGET)) {
      context.checkCancelled();
      float[][] given = encoder.classify(lesson.tokens(batch));
      for (int i = 0; i < batch.length; i++) {
        scores[batch[i]] = given[i];
      }
    }
    return Softmax.score(scores, lesson.labels());
  }

  /// The weights that learn, by plain name.
  Map<String, NDArray> learned() {
    return Collections.unmodifiableMap(learned);
  }

  AdamW optimizer() {
    return optimizer;
  }

  @Override
  public void close() {
    optimizer.close();
  }
}
