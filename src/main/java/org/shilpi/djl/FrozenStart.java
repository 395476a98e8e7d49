package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.shilpi.data.LabeledText;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingTask;

/// The head that a fine-tuning starts from: fitted on the frozen base model, as the quick method
/// does, but softer.
final class FrozenStart {
  /// How much weaker than the frozen head's the starting head's strength is.
  static final double SOFTER = 10;

  private FrozenStart() {}

  /// Fits the head where fine-tuning starts, tells how good it is, and keeps the same head, fitted
  /// on all rows, as a baseline.
  static LinearHead fit(Session session, Lesson training, Lesson validation, Path folder)
      throws IOException {
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
}
