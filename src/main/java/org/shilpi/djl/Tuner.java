package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.train.Knobs;

/// An encoder with a head on it, and the optimizer that moves what learns of both. What does not
/// learn costs nothing: no gradient, no moments, and no way back through layers below all that do.
final class Tuner implements AutoCloseable {
  /// What came of a step.
  ///
  /// @param loss mean loss before the step, in nats
  /// @param taken whether the weights moved: they do not where the loss or the gradient is no
  ///   number
  record Step(double loss, boolean taken) {}

  private final Encoder encoder;
  private final Knobs knobs;
  private final long seed;
  private final Schedule schedule;
  private final Map<String, NDArray> learned = new LinkedHashMap<>();
  private final AdamW optimizer;

  /// @param candidates the weights that may learn, by plain name; those with a learning rate do
  /// @param steps planned in all
  Tuner(Encoder encoder, Map<String, NDArray> candidates, Knobs knobs, long seed, long steps)
      throws IOException {
    this.encoder = encoder;
    this.knobs = knobs;
    this.seed = seed;
    schedule = Schedule.of(knobs.pacing(), steps);
    encoder.set("attention_dropout", knobs.restraint().attentionDropout());
    encoder.set("recompute", knobs.compute().recompute() ? 1 : 0);
    encoder.set("compute", Torch.type(knobs.compute().precision(), encoder.manager().getDevice()));
    LearningRates rates = new LearningRates(knobs, encoder.weights().arrays().keySet());
    candidates.forEach((name, array) -> rates.of(name).ifPresent(rate -> learned.put(name, array)));
    optimizer =
        new AdamW(
            encoder.manager(),
            learned,
            name -> rates.of(name).orElseThrow(),
            knobs.restraint().weightDecay());
  }

  /// One optimizer step.
  ///
  /// @param batch rows of the lesson
  /// @param parts in how many parts the batch goes through the network: more need less memory, and
  ///   the gradient is the same but for rounding and for other texts losing other numbers to
  ///   dropout
  /// @param step steps done before: it seeds the dropout, so that a resumed run repeats it
  /// @param lossScale factor that the gradients carry on their way
  Step step(Exercise lesson, int[] batch, int parts, long step, double lossScale) {
    Torch.seed(seed * 1_000_003 + step);
    double loss = 0;
    try {
      loss = gather(lesson, batch, parts, lossScale);
    } catch (RuntimeException | OutOfMemoryError e) {
      optimizer.forget();
      throw e;
    }
    double norm = optimizer.clip(knobs.restraint().clip(), lossScale);
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      optimizer.forget();
      return new Step(loss, false);
    }
    update(step);
    return new Step(loss, true);
  }

  /// A step in arithmetic that needs no scaled loss.
  Step step(Exercise lesson, int[] batch, int parts, long step) {
    return step(lesson, batch, parts, step, 1);
  }

  private void update(long step) {
    try {
      optimizer.update(schedule.at(step));
    } catch (RuntimeException e) {
      // Some weights moved, others did not: only the checkpoint is good now.
      throw OutOfMemory.isCauseOf(e) ? Problem.causedBy(e, "problem.train.memory") : e;
    }
  }

  /// Leaves the batch's gradient with the weights.
  ///
  /// @return mean loss
  private double gather(Exercise lesson, int[] batch, int parts, double lossScale) {
    double whole = lesson.whole(batch);
    double loss = 0;
    for (int[] part : Batches.parts(batch, parts)) {
      loss += encoder.step(lesson, part, whole, knobs.restraint().dropout(), lossScale);
    }
    return loss;
  }

  /// Learning rate of the base model's topmost layer.
  double learningRate(long step) {
    return knobs.rates().base() * schedule.at(step);
  }

  /// How the network stands on rows it does not learn from.
  Softmax.Score score(Lesson lesson, JobContext context) {
    return lesson.score(encoder, context);
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
