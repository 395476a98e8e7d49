package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.basemodel.Safetensors;
import org.shilpi.data.LabeledText;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;
import org.shilpi.train.Method;
import org.shilpi.train.Scores;
import org.shilpi.train.ScoringTask;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingTask;

class FewShotTest {
  /// Nine training texts a label and five to check on.
  private static final List<LabeledText> ROWS = Shelf.rows(42);

  @TempDir Path folder;
  private final List<TrainingEvent> events = new ArrayList<>();

  @Test
  void theBestWayLearnsAgainFromAllTexts() throws IOException {
    TrainingTask task = task("a", Map.of());
    TrainingResult result = train(task, JobContext.quiet());
    assertThat(result.provenance())
        .containsKeys("way", "contrastLoss")
        .containsEntry("learnedFrom", "all");
    assertThat(notices()).hasSize(1).first().asString().startsWith("notice.train.few-");
    assertThat(phases()).contains("contrast");
    Scores scores = score(task);
    long right = 0;
    for (int i = 0; i < ROWS.size(); i++) {
      right += Softmax.best(scores.probabilities()[i]) == ROWS.get(i).label() ? 1 : 0;
    }
    assertThat(right).isGreaterThanOrEqualTo(ROWS.size() - 2L);
  }

  @Test
  void adaptersLearnAgainFromAllTextsToo() throws IOException {
    Map<String, String> fast = Map.of("learningRate", "1e-2");
    TrainingTask task = task("a", Method.BALANCED, Shelf.rows(60), fast);
    TrainingResult result = train(task, JobContext.quiet());
    assertThat(result.provenance())
        .containsEntry("way", "fine-tuning")
        .containsEntry("learnedFrom", "all");
    assertThat(phases()).contains("again").doesNotContain("contrast");
    assertThat(notices()).containsExactly("notice.train.again");
  }

  @Test
  void whereNoPassIsBetterTheFrozenModelIsTheModel() throws IOException {
    Map<String, String> still = Map.of("learningRate", "1e-9", "headLearningRate", "1e-9");
    TrainingTask task = task("a", Method.BALANCED, ROWS, still);
    TrainingResult result = train(task, JobContext.quiet());
    assertThat(result.provenance()).containsEntry("way", "frozen");
    assertThat(result.bestEpoch()).isZero();
    assertThat(notices()).containsExactly("notice.train.frozen");
    Scores scores = score(task);
    float[][] frozen = Objects.requireNonNull(scores.baselines().get("frozen"));
    for (int i = 0; i < frozen.length; i++) {
      assertThat(scores.probabilities()[i]).containsExactly(frozen[i], offset(1e-5f));
    }
  }

  @Test
  void contrastiveLearningWinsWhereFineTuningCannotMove() throws IOException {
    TrainingResult result =
        train(
            task(
                "a",
                Map.of(
                    "learningRate",
                    "1e-9",
                    "headLearningRate",
                    "1e-9",
                    "contrastLearningRate",
                    "2e-3",
                    "contrastPasses",
                    "8")),
            JobContext.quiet());
    assertThat(result.provenance()).containsEntry("way", "contrastive");
    assertThat(result.bestEpoch()).isEqualTo(8);
    assertThat(phases()).contains("again");
  }

  @Test
  void manyTextsOrANoLeaveItOut() throws IOException {
    train(task("many", Shelf.rows(150), Map.of()), JobContext.quiet());
    assertThat(phases()).doesNotContain("contrast");
    train(task("never", Map.of("fewShot", "never")), JobContext.quiet());
    assertThat(phases()).doesNotContain("contrast");
    train(task("always", Shelf.rows(150), Map.of("fewShot", "always")), JobContext.quiet());
    assertThat(phases()).contains("contrast");
  }

  @Test
  void aRunStoppedAnywhereEndsWithTheSameWeights() throws IOException {
    Map<String, String> knobs = Map.of("contrastLearningRate", "2e-3");
    TrainingTask whole = task("whole", knobs);
    train(whole, JobContext.quiet());
    TrainingTask broken = task("broken", knobs);
    int attempts = 0;
    for (boolean done = false; !done; attempts++) {
      try {
        train(broken, stopAtPhase(2 + attempts));
        done = true;
      } catch (CancelledException e) {
        assertThat(broken.run()).isNotEmptyDirectory();
      }
    }
    assertThat(attempts).isGreaterThan(3);
    assertThat(Files.exists(broken.run().resolve("few-shot.safetensors"))).isFalse();
    assertThat(weights(broken)).isEqualTo(weights(whole));
  }

  private static Map<String, List<Float>> weights(TrainingTask task) throws IOException {
    Map<String, List<Float>> all = new HashMap<>();
    try (Safetensors model = Safetensors.open(task.run().resolve("model/model.safetensors"))) {
      for (String name : model.names()) {
        List<Float> values = new ArrayList<>();
        var buffer = model.floats(name);
        while (buffer.hasRemaining()) {
          values.add(buffer.get());
        }
        all.put(name, values);
      }
    }
    return all;
  }

  private static Scores score(TrainingTask task) throws IOException {
    return new DjlScorer()
        .score(
            new ScoringTask(
                task.run(),
                task.baseModel(),
                ROWS.stream().map(LabeledText::text).toList(),
                true,
                0,
                "cpu"),
            JobContext.quiet());
  }

  private TrainingTask task(String name, Map<String, String> knobs) throws IOException {
    return task(name, ROWS, knobs);
  }

  private TrainingTask task(String name, List<LabeledText> rows, Map<String, String> knobs)
      throws IOException {
    return task(name, Method.THOROUGH, rows, knobs);
  }

  private TrainingTask task(
      String name, Method method, List<LabeledText> rows, Map<String, String> knobs)
      throws IOException {
    Map<String, String> all =
        new HashMap<>(
            Map.of("batchTokens", "128", "learningRate", "2e-3", "headLearningRate", "1e-2"));
    all.put("fewShot", "auto");
    all.putAll(knobs);
    return new Shelf(Files.createDirectory(folder.resolve(name))).task(method, rows, all);
  }

  private TrainingResult train(TrainingTask task, JobContext context) throws IOException {
    events.clear();
    long[] now = {0};
    return new DjlTrainer(() -> now[0] += 1_000_000_000, Duration.ofSeconds(5))
        .train(task, context, events::add);
  }

  private List<String> phases() {
    return events.stream()
        .filter(TrainingEvent.Phase.class::isInstance)
        .map(event -> ((TrainingEvent.Phase) event).phase())
        .distinct()
        .toList();
  }

  private List<String> notices() {
    return events.stream()
        .filter(TrainingEvent.Notice.class::isInstance)
        .map(event -> ((TrainingEvent.Notice) event).key())
        .toList();
  }

  /// Cancels once so many steps of the courses after the fine-tuning were told.
  private JobContext stopAtPhase(int steps) {
    return new JobContext() {
      @Override
      public void report(Progress progress) {}

      @Override
      public boolean cancelled() {
        return events.stream()
                .filter(event ->
                    event instanceof TrainingEvent.Phase phase
                        && (phase.phase().equals("contrast") || phase.phase().equals("again")))
                .count()
            >= steps;
      }
    };
  }
}
