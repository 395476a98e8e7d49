package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Path;
import org.shilpi.train.TrainingEvent;

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
    long seed = session.task().spec().seed();
    Frozen seen = training.frozen(session);
    Frozen unseen = validation.frozen(session);
    Probe probe = seen.probe();
    Probe.Fit fit = probe.fit(seed, report.context(), report.phase("search"));
    double accuracy = unseen.score(fit.head()).accuracy();
    report.tell(new TrainingEvent.Baseline(DjlScorer.FROZEN, accuracy));
    LinearHead whole = seen.and(unseen).probe().at(fit.strength(), report.context());
    Thresholds thresholds = Thresholds.of(fit.held(), fit.scores(), seed);
    new HeadFolder(whole, session.note(thresholds)).write(folder);
    // A head that is already sure of every training text leaves the layers below nothing to learn.
    return probe.at(fit.strength() / SOFTER, report.context());
  }
}
