package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.shilpi.data.LabeledText;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingTask;

/// The thorough method: all layers learn, from a head that was first fitted on the frozen base
/// model, so that fine-tuning starts about where the quick method ends; where no pass improves on
/// that start on the validation rows, the start is the model. The quick method's own head is kept
/// beside it as a baseline.
final class ThoroughTraining {
  /// How much weaker than the frozen head's the starting head's strength is.
  private static final double SOFTER = 10;

  private ThoroughTraining() {}

  /// Learns and writes the model.
  ///
  /// @param model the folder to fill
  /// @param checkpointEvery longest time without a checkpoint
  static Learned run(Session session, Path model, Duration checkpointEvery) throws IOException {
    Material material = session.material();
    Lesson training = Lesson.of(session, material.training());
    Lesson validation = Lesson.of(session, material.validation());
    Path run = session.task().run();
    Path frozen = run.resolve(DjlTrainer.BASELINES).resolve(DjlScorer.FROZEN);
    // A checkpoint brings its own weights: only the head's shape matters then.
    LinearHead head =
        Checkpoint.isIn(run)
            ? HeadFolder.read(frozen).head()
            : frozenHead(session, training, validation, frozen);
    Checkpoint checkpoint = new Checkpoint(run, identity(session));
    FineTuning tuning = new FineTuning(session, training, validation, checkpoint, checkpointEvery);
    long seed = session.task().spec().seed();
    try (Tuner tuner = new Tuner(session.encoder(), head, session.knobs(), seed, tuning.steps())) {
      Learned learned = tuning.run(tuner);
      session.report().phase("save");
      TunedFolder.write(session, model);
      return learned;
    }
  }

  /// Fits the head where fine-tuning starts, tells how good it is, and keeps the same head, fitted
  /// on all rows, as a baseline.
  private static LinearHead frozenHead(
      Session session, Lesson training, Lesson validation, Path folder) throws IOException {
    Report report = session.report();
    TrainingTask task = session.task();
    List<LabeledText> rows = session.material().all();
    int labels = session.material().labels().size();
    float[][] vectors =
        session.vectors(
            rows, Stream.concat(training.tokens().stream(), validation.tokens().stream()).toList());
    int[] y = Material.labels(rows);
    int count = training.tokens().size();
    float[][] seen = Arrays.copyOf(vectors, count);
    float[][] unseen = Arrays.copyOfRange(vectors, seen.length, vectors.length);
    Probe probe = new Probe(seen, Arrays.copyOf(y, count), labels);
    Probe.Fit fit = probe.fit(task.spec().seed(), report.context(), report.phase("search"));
    Softmax.Score score =
        Softmax.score(
            Arrays.stream(unseen).map(fit.head()::scores).toArray(float[][]::new),
            Arrays.copyOfRange(y, count, y.length));
    report.tell(new TrainingEvent.Baseline(DjlScorer.FROZEN, score.accuracy()));
    LinearHead whole = new Probe(vectors, y, labels).at(fit.strength(), report.context());
    new HeadFolder(whole, session.note()).write(folder);
    // A head that is already sure of every training text leaves the layers below nothing to learn.
    return probe.at(fit.strength() / SOFTER, report.context());
  }

  /// Changes with anything that makes another run.
  private static String identity(Session session) {
    TrainingTask task = session.task();
    return String.join(
        "\n",
        "2",
        session.material().fingerprint(),
        session.hash().all(),
        Integer.toString(task.spec().epochs()),
        Long.toString(task.spec().seed()),
        session.knobs().toString());
  }
}
