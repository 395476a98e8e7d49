package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.shilpi.data.Split;
import org.shilpi.store.PredictionStore;
import org.shilpi.store.PredictionStore.Answers;
import org.shilpi.store.RunStore;
import org.shilpi.train.Method;
import org.shilpi.train.Run;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingSpec;

/// Writes the database of a small project with a row of everything. One such file is kept for each
/// schema that was released: whoever adds a migration writes the file of the schema before it,
/// once, with the program before it, and never again.
final class GoldenProject {
  static final String FINGERPRINT = "0123456789abcdef".repeat(4);
  static final TrainingSpec SPEC =
      new TrainingSpec(Method.THOROUGH, 3, 42, "cpu", Map.of("learningRate", "3e-5"));
  static final List<TrainingEvent> EVENTS =
      List.of(
          new TrainingEvent.Phase("tokenize", 1),
          new TrainingEvent.Step(1, 2, 0.5, 0.7, 1e-5, 33.5),
          new TrainingEvent.Step(2, 2, 1, 0.5, 3e-5, 34),
          new TrainingEvent.Epoch(1, 0.6, 0.55, 0.75, true),
          new TrainingEvent.Checkpoint(2),
          new TrainingEvent.Baseline("tfidf", 0.5),
          new TrainingEvent.Notice("train.notice.example", List.of("7")));
  static final TrainingResult RESULT =
      new TrainingResult(12.5, 34, 800, 1, 0.75, 0.55, Map.of("engine", "2.7.1"));

  private GoldenProject() {}

  static Answers answers() {
    return new Answers(
        List.of("phishing", "साधारण"),
        new long[] {1, 2},
        new int[] {0, 1},
        new float[][] {{0.75f, 0.25f}, {0.625f, 0.375f}},
        Map.of("majority", new float[][] {{1, 0}, {1, 0}}),
        new double[] {3.5, 4.25});
  }

  private static void write(Path folder) throws IOException {
    try (ProjectSession session = TestProject.create(folder)) {
      Path rows =
          TestProject.file(
              folder,
              "mails.csv",
              "\"Your account is closed, click here\",phishing\n"
                  + "दोपहर में मिलते हैं?,साधारण\nno label yet,\n,phishing\nragged\n");
      TestProject.add(session, rows, Split.NONE);
      TestProject.add(
          session, TestProject.file(folder, "test.csv", "a test text,phishing\n"), Split.TEST);
      LabelExamples labels = new LabelExamples(session);
      labels.addLabel("spare");
      labels.label(3, "साधारण");
      labels.label(1, "spare");
      labels.undo();
      session.chooseBaseModel("some-model");
      session
          .database()
          .transaction(statements -> {
            RunStore runs = new RunStore(statements);
            Run done = runs.start(SPEC, FINGERPRINT, "some-model", TestProject.CLOCK.instant());
            runs.append(done.id(), EVENTS);
            runs.done(done.id(), RESULT);
            runs.start(SPEC, FINGERPRINT, "some-model", TestProject.CLOCK.instant());
            new PredictionStore(statements)
                .put(done.id(), Split.TEST, answers(), TestProject.CLOCK.instant());
            return done;
          });
    }
  }

  /// @param arguments the file to write
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("golden").resolve("project");
    write(folder);
    Files.copy(
        folder.resolve("project.mv.db"),
        Path.of(arguments[0]),
        StandardCopyOption.REPLACE_EXISTING);
  }
}
