package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.shilpi.train.TrainingTask;

/// Fine-tuning from a head that was first fitted on the frozen base model, so that it starts about
/// where the quick method ends; where no pass improves on that start on the validation rows, the
/// start is the model. The quick method's own head is kept beside it as a baseline.
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
    Path frozen = run.resolve(DjlTrainer.BASELINES).resolve(DjlScorer.FROZEN);
    // A checkpoint brings its own weights: only the head's shape matters then.
    LinearHead head =
        Checkpoint.isIn(run)
            ? HeadFolder.read(frozen).head()
            : FrozenStart.fit(session, training, validation, frozen);
    Checkpoint checkpoint = new Checkpoint(run, identity(session));
    FineTuning tuning = new FineTuning(session, training, validation, checkpoint, checkpointEvery);
    session.put(head);
    Learning learning = depth.begin(session);
    Learned learned;
    if (FewShot.isCalledFor(session, training)) {
      CourseFile file = new CourseFile(run, identity(session));
      try (FewShot few =
          new FewShot(session, training, validation, learning.weights(), file, checkpointEvery)) {
        learned = few.follow(tune(session, learning, tuning));
      }
    } else {
      learned = tune(session, learning, tuning);
    }
    session.report().phase("save");
    float[][] scores = validation.scores(session.encoder(), session.report().context());
    Thresholds thresholds = Thresholds.of(validation.truth(), scores, session.task().spec().seed());
    learning.keeping().write(model, session.note(thresholds.values()));
    return learned.with(thresholds.facts());
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
        "4",
        task.spec().method().id(),
        session.material().fingerprint(),
        session.hash().all(),
        Integer.toString(task.spec().epochs()),
        Long.toString(task.spec().seed()),
        session.knobs().toString());
  }
}
