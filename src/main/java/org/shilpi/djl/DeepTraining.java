package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.shilpi.train.TrainingTask;

/// Fine-tuning from a head that was first fitted on the frozen base model, so that it starts about
/// where the quick method ends. The quick method's own head is kept beside it as a baseline; where
/// no pass is better on the validation rows, that head on the base model as it was is the model.
final class DeepTraining {
  /// How deep: makes the encoder of a session, with its head, ready to learn.
  @FunctionalInterface
  interface Depth {
    Learning begin(Session session);
  }

  /// What of a network learns, and how the model that it becomes is kept.
  ///
  /// @param weights those that may learn, by plain name
  record Learning(Map<String, NDArray> weights, Keeping keeping) {}

  /// Writes a model into an empty folder.
  @FunctionalInterface
  interface Keeping {
    void write(Path folder, ModelNote note) throws IOException;
  }

  private DeepTraining() {}

  /// Learns and writes the model.
  ///
  /// @param model the folder to fill
  /// @param checkpointEvery longest time without a checkpoint
  static Learned run(Session session, Path model, Duration checkpointEvery, Depth depth)
      throws IOException {
    Material material = session.material();
    Lesson training = Lesson.training(session, material.training());
    Lesson validation = Lesson.of(session, material.validation());
    Path run = session.task().run();
    FrozenStart start =
        FrozenStart.fit(
            session,
            training,
            validation,
            run.resolve(DjlTrainer.BASELINES).resolve(DjlScorer.FROZEN));
    Checkpoint checkpoint = new Checkpoint(run, identity(session));
    FineTuning tuning =
        new FineTuning(
            session, training, validation, start.facts().score(), checkpoint, checkpointEvery);
    session.put(start.head());
    Learning learning = depth.begin(session);
    Learned learned;
    Thresholds thresholds;
    if (FewShot.isCalledFor(session)) {
      CourseFile file = new CourseFile(run, identity(session));
      try (FewShot few =
          new FewShot(session, training, validation, learning.weights(), file, checkpointEvery)) {
        learned = tune(session, learning, tuning);
        // From here on no text is unseen.
        thresholds = thresholds(session, validation);
        learned = few.follow(learned, start.facts());
      }
    } else {
      learned = tune(session, learning, tuning);
      thresholds = thresholds(session, validation);
      if (learned.way() == Way.FROZEN) {
        session.report().notice("notice.train.frozen");
      }
    }
    if (learned.way() == Way.FROZEN) {
      session.put(start.whole());
      thresholds = new Thresholds("frozen", start.facts().thresholds());
    }
    session.report().phase("save");
    learning.keeping().write(model, session.note(thresholds.values()));
    return learned.with(thresholds.facts());
  }

  private static Thresholds thresholds(Session session, Lesson validation) {
    float[][] scores = validation.scores(session.encoder(), session.report().context());
    return Thresholds.of(validation.truth(), scores, session.task().spec().seed());
  }

  private static Learned tune(Session session, Learning learning, FineTuning tuning)
      throws IOException {
    long seed = session.task().spec().seed();
    try (Tuner tuner =
        new Tuner(session.encoder(), learning.weights(), session.knobs(), seed, tuning.steps())) {
      return tuning.run(tuner);
    }
  }

  /// Changes with anything that makes another run.
  private static String identity(Session session) {
    TrainingTask task = session.task();
    return String.join(
        "\n",
        "6",
        task.spec().method().id(),
        session.material().fingerprint(),
        session.hash().all(),
        Integer.toString(task.spec().epochs()),
        Long.toString(task.spec().seed()),
        session.knobs().toString());
  }
}
