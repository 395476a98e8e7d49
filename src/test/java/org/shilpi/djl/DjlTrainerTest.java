package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.basemodel.Safetensors;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Split;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.train.Method;
import org.shilpi.train.Scores;
import org.shilpi.train.ScoringTask;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingTask;

class DjlTrainerTest {
  // A tiny model with random weights has everything to learn in three passes.
  private static final Map<String, String> SMALL =
      Map.of(
          "batchTokens",
          "128",
          "learningRate",
          "2e-3",
          "headLearningRate",
          "1e-2",
          "patience",
          "9");

  @TempDir Path folder;
  private final List<TrainingEvent> events = new ArrayList<>();

  @Test
  void learnsQuicklyAndAnswers() throws IOException {
    TrainingTask task = new Shelf(folder).task(Method.QUICK, Shelf.rows(90), Map.of());
    TrainingResult result = train(task);
    assertThat(result.validationAccuracy()).isGreaterThan(0.9);
    assertThat(result.bestEpoch()).isEqualTo(1);
    assertThat(result.provenance()).containsKeys("strength", "baseModelSha256", "engine");
    Scores scores = score(task, List.of("cheese and bread", "a ticket to the airport", "cash"));
    assertThat(IntStream.range(0, 3).map(i -> Softmax.best(scores.probabilities()[i])))
        .containsExactly(0, 1, 2);
    assertThat(scores.baselines()).containsOnlyKeys("majority", "tfidf");
    assertThat(scores.latencyMillis()).hasSize(2);
    for (float[] row : scores.probabilities()) {
      assertThat(row[0] + row[1] + row[2]).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5f));
    }
  }

  @Test
  void findsTheVectorsOfAnEarlierRunInTheCache() throws IOException {
    Shelf shelf = new Shelf(folder);
    train(shelf.task(Method.QUICK, Shelf.rows(30), Map.of()));
    Path cache = folder.resolve("cache/embeddings");
    Path vectors;
    try (var files = Files.walk(cache)) {
      vectors = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    var first = Files.getLastModifiedTime(vectors);
    train(shelf.task(Method.QUICK, Shelf.rows(30), Map.of()));
    try (var files = Files.walk(cache)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(vectors);
    }
    assertThat(Files.getLastModifiedTime(vectors)).isEqualTo(first);
  }

  @Test
  void tunesAllLayersAndAnswersFromTheRunAlone() throws IOException {
    TrainingTask task = new Shelf(folder).task(Method.THOROUGH, Shelf.rows(90), SMALL);
    TrainingResult result = train(task);
    assertThat(result.validationAccuracy()).isGreaterThan(0.75);
    assertThat(names(task.run())).containsExactlyInAnyOrder("model", "baselines", "result.json");
    assertThat(task.run().resolve("model"))
        .isDirectoryContaining("glob:**/{config.json,tokenizer.json}");
    assertThat(events.stream().filter(TrainingEvent.Epoch.class::isInstance)).hasSize(3);
    Scores scores = score(task, List.of("cheese and bread", "a ticket to the airport", "cash"));
    assertThat(scores.baselines()).containsOnlyKeys("majority", "tfidf", "frozen");
    assertThat(IntStream.range(0, 3).map(i -> Softmax.best(scores.probabilities()[i])))
        .containsExactly(0, 1, 2);
  }

  @Test
  void tunesAdaptersAndAnswersFromThemAndTheBaseModel() throws IOException {
    TrainingTask task = new Shelf(folder).task(Method.BALANCED, Shelf.rows(90), SMALL);
    List<String> kept = new ArrayList<>();
    TrainingResult result =
        trainer()
            .train(
                task,
                JobContext.quiet(),
                event -> {
                  if (event instanceof TrainingEvent.Checkpoint) {
                    kept.addAll(checkpointed(task.run()));
                  }
                });
    assertThat(result.validationAccuracy()).isGreaterThan(0.9);
    assertThat(kept)
        .contains("w.classifier.weight", "v.encoder.layer.1.output.dense.lora_B.weight");
    assertThat(kept).allMatch(name -> name.contains("lora") || name.contains("classifier"));
    assertThat(names(task.run().resolve("model")))
        .containsExactlyInAnyOrder(
            "adapter_config.json", "adapter_model.safetensors", "shilpi.json");
    Scores scores = score(task, List.of("cheese and bread", "a ticket to the airport", "cash"));
    assertThat(scores.baselines()).containsOnlyKeys("majority", "tfidf", "frozen");
    assertThat(IntStream.range(0, 3).map(i -> Softmax.best(scores.probabilities()[i])))
        .containsExactly(0, 1, 2);
  }

  private static List<String> checkpointed(Path run) {
    try (Safetensors file = Safetensors.open(run.resolve("checkpoint.safetensors"))) {
      return List.copyOf(file.names());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void refusesTheCheckpointOfAnotherRun() throws IOException {
    Shelf shelf = new Shelf(folder);
    TrainingTask task = shelf.task(Method.THOROUGH, Shelf.rows(60), SMALL);
    assertThatThrownBy(() -> trainer().train(task, stopAfter(2), events::add))
        .isInstanceOf(CancelledException.class);
    TrainingTask other = shelf.task(Method.THOROUGH, Shelf.rows(63), SMALL);
    assertProblem(other, "problem.train.checkpoint-other");
  }

  @Test
  void tellsWhatDataCannotBeLearnedFrom() throws IOException {
    Shelf shelf = new Shelf(folder);
    List<LabeledText> rows = Shelf.rows(30);
    List<LabeledText> one = rows.stream().filter(row -> row.label() == 1).toList();
    assertProblem(shelf.task(Method.QUICK, one, Map.of()), "problem.train.one-label");
    assertProblem(shelf.task(Method.QUICK, rows.subList(0, 3), Map.of()), "problem.train.too-few");
  }

  @Test
  void learnsFromTwoTextsALabel() throws IOException {
    List<LabeledText> rows = Shelf.rows(30).subList(0, 6);
    TrainingResult quick = train(new Shelf(folder).task(Method.QUICK, rows, Map.of()));
    assertThat(quick.validationLoss()).isFinite();
    TrainingTask thorough =
        new Shelf(Files.createDirectory(folder.resolve("t"))).task(Method.THOROUGH, rows, SMALL);
    assertThat(train(thorough).validationLoss()).isFinite();
  }

  @Test
  void readsTheBeginningOfAVeryLongTextAndSaysSo() throws IOException {
    List<LabeledText> rows = new ArrayList<>(Shelf.rows(30));
    rows.add(new LabeledText(31, "soup ".repeat(100_000), 0, Split.TRAIN));
    train(new Shelf(folder).task(Method.QUICK, rows, Map.of()));
    // Four tokens a word, of which the limit leaves 62 beside the special ones.
    assertThat(events)
        .filteredOn(TrainingEvent.Notice.class::isInstance)
        .singleElement()
        .isEqualTo(new TrainingEvent.Notice("notice.train.cut", List.of("1", "64", "399938")));
  }

  @Test
  void refusesADeviceThatIsNotThere() throws IOException {
    TrainingTask task = new Shelf(folder).task(Method.QUICK, Shelf.rows(30), Map.of());
    TrainingTask elsewhere =
        new TrainingTask(
            new org.shilpi.train.TrainingSpec(Method.QUICK, 1, 1, "cuda:7", Map.of()),
            task.snapshot(),
            task.baseModel(),
            task.run(),
            task.cache());
    assertProblem(elsewhere, "problem.train.device");
  }

  private void assertProblem(TrainingTask task, String key) {
    assertThatThrownBy(() -> train(task))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key()).isEqualTo(key));
  }

  /// Tells every step and saves after each.
  private static DjlTrainer trainer() {
    long[] now = {0};
    return new DjlTrainer(() -> now[0] += 1_000_000_000, Duration.ZERO);
  }

  private TrainingResult train(TrainingTask task) throws IOException {
    events.clear();
    return trainer().train(task, JobContext.quiet(), events::add);
  }

  private static Scores score(TrainingTask task, List<String> texts) throws IOException {
    return new DjlScorer()
        .score(
            new ScoringTask(task.run(), task.baseModel(), texts, true, 2, "cpu"),
            JobContext.quiet());
  }

  private List<TrainingEvent.Step> steps() {
    return events.stream()
        .filter(TrainingEvent.Step.class::isInstance)
        .map(TrainingEvent.Step.class::cast)
        .toList();
  }

  /// Cancels once so many steps were told.
  private JobContext stopAfter(int steps) {
    return new JobContext() {
      @Override
      public void report(Progress progress) {}

      @Override
      public boolean cancelled() {
        return steps().size() >= steps;
      }
    };
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
