package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shilpi.train.TrainingEvent;
import tools.jackson.databind.json.JsonMapper;

/// Where a fine-tuning starts: the head that it starts from, fitted on the frozen base model as the
/// quick method does, but softer; and what it has to beat. It depends on data, base model and seed
/// alone, so runs on the same share it.
///
/// @param head where fine-tuning starts
/// @param whole as the quick method would make it, from all rows
/// @param facts what goes with both
record FrozenStart(LinearHead head, LinearHead whole, Facts facts) {
  /// How much smaller than a frozen head's the starting head's strength is.
  private static final double SOFTER = 10;

  private static final String START = "start.safetensors";
  private static final String WHOLE = "whole.safetensors";
  private static final String FACTS = "facts.json";
  private static final JsonMapper JSON = new JsonMapper();

  /// @param score on the validation rows of a head that learned from the training rows
  /// @param choice that made that head and the whole one
  /// @param strength of heads whose scores are as they are, see [Probe.Fit#plain()]
  /// @param thresholds of the whole head, see [Thresholds]
  record Facts(Softmax.Score score, Probe.Choice choice, double strength, float[] thresholds) {
    /// Of a head to start from: one that is already sure of every training text leaves the layers
    /// below nothing to learn.
    double softer() {
      return strength / SOFTER;
    }
  }

  /// Fits the heads, tells how good the frozen one is, and keeps it, fitted on all rows, as a
  /// baseline.
  static FrozenStart fit(Session session, Lesson training, Lesson validation, Path folder)
      throws IOException {
    FrozenStart frozen =
        kept(session)
            .get(
                session.identity(),
                FrozenStart::read,
                () -> fit(session, training, validation),
                (kept, made) -> made.write(kept));
    Facts facts = frozen.facts;
    session.report().tell(new TrainingEvent.Baseline(DjlScorer.FROZEN, facts.score.accuracy()));
    new HeadFolder(frozen.whole, session.note(facts.thresholds)).write(folder);
    return frozen;
  }

  /// Whether an earlier run on the same fitted it already.
  static boolean isKept(Session session) {
    return kept(session).holds(session.identity());
  }

  private static Once kept(Session session) {
    return new Once(session.task().cache().resolve("heads"));
  }

  private static FrozenStart fit(Session session, Lesson training, Lesson validation)
      throws IOException {
    Report report = session.report();
    long seed = session.task().spec().seed();
    Frozen seen = training.frozen(session);
    Frozen unseen = validation.frozen(session);
    Probe probe = seen.probe();
    Probe.Fit fit = probe.fit(seed, report.context(), report.phase("search"));
    Facts facts =
        new Facts(
            unseen.score(fit.head()),
            fit.choice(),
            fit.plain(),
            Thresholds.of(fit.held(), fit.scores(), seed).values());
    return new FrozenStart(
        probe.at(facts.softer(), report.context()),
        seen.and(unseen).probe().at(facts.choice, report.context()),
        facts);
  }

  private void write(Path folder) throws IOException {
    head.save(folder.resolve(START));
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
