package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shilpi.train.TrainingEvent;
import tools.jackson.databind.json.JsonMapper;

/// The head that a fine-tuning starts from: fitted on the frozen base model, as the quick method
/// does, but softer. It depends on data, base model and seed alone, so runs on the same share it.
///
/// @param start where fine-tuning starts
/// @param whole as the quick method would make it, from all rows
/// @param facts what goes with both
record FrozenStart(LinearHead start, LinearHead whole, Facts facts) {
  /// How much weaker than the frozen head's the starting head's strength is.
  static final double SOFTER = 10;

  private static final String START = "start.safetensors";
  private static final String WHOLE = "whole.safetensors";
  private static final String FACTS = "facts.json";
  private static final JsonMapper JSON = new JsonMapper();

  /// @param accuracy on the validation rows of a head that learned from the training rows
  /// @param thresholds of the whole head, see [Thresholds]
  record Facts(double accuracy, float[] thresholds) {}

  /// Fits the head where fine-tuning starts, tells how good it is, and keeps the same head, fitted
  /// on all rows, as a baseline.
  static LinearHead fit(Session session, Lesson training, Lesson validation, Path folder)
      throws IOException {
    FrozenStart frozen =
        new Once(session.task().cache().resolve("heads"))
            .get(
                session.identity(),
                FrozenStart::read,
                () -> fit(session, training, validation),
                (kept, made) -> made.write(kept));
    Facts facts = frozen.facts;
    session.report().tell(new TrainingEvent.Baseline(DjlScorer.FROZEN, facts.accuracy));
    new HeadFolder(frozen.whole, session.note(facts.thresholds)).write(folder);
    return frozen.start;
  }

  private static FrozenStart fit(Session session, Lesson training, Lesson validation)
      throws IOException {
    Report report = session.report();
    long seed = session.task().spec().seed();
    Frozen seen = training.frozen(session);
    Frozen unseen = validation.frozen(session);
    Probe probe = seen.probe();
    Probe.Fit fit = probe.fit(seed, report.context(), report.phase("search"));
    LinearHead whole = seen.and(unseen).probe().at(fit.strength(), report.context());
    Thresholds thresholds = Thresholds.of(fit.held(), fit.scores(), seed);
    return new FrozenStart(
        // A head that is already sure of every training text leaves the layers below nothing to
        // learn.
        probe.at(fit.strength() / SOFTER, report.context()),
        whole,
        new Facts(unseen.score(fit.head()).accuracy(), thresholds.values()));
  }

  private void write(Path folder) throws IOException {
    start.save(folder.resolve(START));
    whole.save(folder.resolve(WHOLE));
    Files.write(folder.resolve(FACTS), JSON.writeValueAsBytes(facts));
  }

  private static FrozenStart read(Path folder) throws IOException {
    return new FrozenStart(
        LinearHead.load(folder.resolve(START)),
        LinearHead.load(folder.resolve(WHOLE)),
        JSON.readValue(Files.readAllBytes(folder.resolve(FACTS)), Facts.class));
  }
}
