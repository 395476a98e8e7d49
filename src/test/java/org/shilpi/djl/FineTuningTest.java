package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.train.Knobs;
import org.shilpi.train.Method;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingTask;

/// What can go wrong within steps.
class FineTuningTest {
  private static final Map<String, String> KNOBS =
      Map.of("batchTokens", "64", "learningRate", "2e-3", "patience", "9", "dropout", "0");

  @TempDir Path folder;
  private final List<TrainingEvent> events = new ArrayList<>();

  @Test
  void partsOfABatchLearnTheSameAsTheWhole() throws IOException {
    TrainingTask task = task();
    List<Double> whole = losses(task, 1);
    assertThat(whole).hasSizeGreaterThan(8);
    for (int parts : new int[] {2, 64}) {
      List<Double> cut = losses(task, parts);
      assertThat(cut).hasSameSizeAs(whole);
      for (int i = 0; i < whole.size(); i++) {
        assertThat(cut.get(i)).isCloseTo(whole.get(i), Goldens.within(1e-4));
      }
    }
  }

  private List<Double> losses(TrainingTask task, int parts) throws IOException {
    List<Double> losses = new ArrayList<>();
    long[] now = {0};
    new DjlTrainer(() -> now[0] += 1_000_000_000, Duration.ofHours(1))
        .train(
            new TrainingTask(
                    task.spec(),
                    task.snapshot(),
                    task.baseModel(),
                    folder.resolve("parts" + parts),
                    task.cache())
                .inParts(parts),
            JobContext.quiet(),
            event -> {
              if (event instanceof TrainingEvent.Step step) {
                losses.add(step.loss());
              }
            });
    return losses;
  }

  /// Rows of which only so many fit into memory at once.
  private record Large(Lesson rows, int most) implements Exercise {
    @Override
    public List<int[]> tokens() {
      return rows.tokens();
    }

    @Override
    public String step() {
      return rows.step();
    }

    @Override
    public Aim aim() {
      return rows.aim();
    }

    @Override
    public NDArray answers(NDManager scope, int[] batch, int longest) {
      if (batch.length > most) {
        throw new IllegalStateException("DefaultCPUAllocator: can't allocate memory");
      }
      return rows.answers(scope, batch, longest);
    }

    @Override
    public double whole(int[] batch) {
      return rows.whole(batch);
    }
  }

  @Test
  void aBatchThatDoesNotFitGoesThroughInMorePartsFromThenOn() throws IOException {
    try (Session session = session();
        Session other = session()) {
      Lesson lesson = Lesson.of(session, session.material().training());
      int[] batch = {0, 1, 2, 3, 4, 5, 6, 7};
      try (Tuner small = tuner(session, session.knobs());
          Tuner large = tuner(other, session.knobs())) {
        FittingSteps fitting = new FittingSteps(session, small, new Large(lesson, 2), 1);
        assertThat(fitting.take(batch, 0, 1)).isEqualTo(large.step(lesson, batch, 4, 0));
        fitting.take(batch, 1, 1);
        assertThat(fitting.parts()).isEqualTo(4);
        assertThat(notices()).containsExactly("notice.train.memory", "notice.train.memory");
        assertThatThrownBy(
                () -> new FittingSteps(session, small, new Large(lesson, 0), 1).take(batch, 2, 1))
            .hasMessageContaining("can't allocate");
      }
    }
  }

  @Test
  void aStepWithoutAFiniteLossMovesNothing() throws IOException {
    try (Session session = session();
        Session other = session()) {
      Lesson lesson = Lesson.of(session, session.material().training());
      int poisoned = poison(session, lesson);
      int[] clean = {poisoned == 0 ? 1 : 0};
      try (Tuner hurt = tuner(session, session.knobs());
          Tuner sound = tuner(other, session.knobs())) {
        hurt.step(lesson, clean, 1, 0, 1);
        Map<String, float[]> before = state(hurt);
        assertThat(hurt.step(lesson, new int[] {poisoned}, 1, 1, 1).taken()).isFalse();
        assertThat(state(hurt)).usingRecursiveComparison().isEqualTo(before);

        // As if the step had never been there.
        hurt.step(lesson, clean, 1, 2, 1);
        sound.step(lesson, clean, 1, 0, 1);
        sound.step(lesson, clean, 1, 2, 1);
        assertThat(state(hurt)).usingRecursiveComparison().isEqualTo(state(sound));
      }
    }
  }

  @Test
  void aPoisonedBatchIsSkippedAndTheRunGoesOn() throws IOException {
    try (Session session = session()) {
      Lesson training = Lesson.of(session, session.material().training());
      Lesson validation = Lesson.of(session, session.material().validation());
      poison(session, training);
      FineTuning tuning = tuning(session, training, validation);
      try (Tuner tuner = tuner(session, session.knobs())) {
        Learned learned = tuning.run(tuner);

        assertThat(notices()).containsOnly("notice.train.skipped").hasSize(3);
        assertThat(learned.score().loss()).isFinite();
        assertThat(learned.bestEpoch()).isPositive();
        for (float[] weights : state(tuner).values()) {
          for (float weight : weights) {
            assertThat(weight).isFinite();
          }
        }
      }
    }
  }

  @Test
  void aLearningRateThatBlowsUpEndsTheRunAndLeavesItsCheckpoint() throws IOException {
    try (Session session = session()) {
      Lesson training = Lesson.of(session, session.material().training());
      Lesson validation = Lesson.of(session, session.material().validation());
      Knobs usual = session.knobs();
      Knobs high = usual.with(new Knobs.Rates(1e30, 1e30, 1e30, 1));
      try (Tuner tuner = tuner(session, high)) {
        assertThatThrownBy(() -> tuning(session, training, validation).run(tuner))
            .isInstanceOfSatisfying(
                Problem.class,
                problem -> assertThat(problem.key()).isEqualTo("problem.train.diverged"));
      }
      assertThat(notices()).containsOnly("notice.train.skipped");
      try (Tuner tuner = tuner(session, usual)) {
        assertThat(tuning(session, training, validation).run(tuner).score().loss()).isFinite();
      }
    }
  }

  @Test
  void theScaleOfTheLossDoesNotChangeWhatAStepDoes() throws IOException {
    try (Session session = session();
        Session other = session()) {
      Lesson lesson = Lesson.of(session, session.material().training());
      int[] batch = {0, 1, 2};
      try (Tuner plain = tuner(session, session.knobs());
          Tuner scaled = tuner(other, session.knobs())) {
        Tuner.Step step = plain.step(lesson, batch, 1, 1, 1);
        // A power of two only moves exponents.
        assertThat(scaled.step(lesson, batch, 1, 1, 1 << 16)).isEqualTo(step);
        assertThat(state(scaled)).usingRecursiveComparison().isEqualTo(state(plain));
        assertThat(scaled.step(lesson, batch, 1, 2, 0x1p140).taken()).as("overflow").isFalse();
      }
    }
  }

  @Test
  void theScaleHalvesAtAnOverflowAndDoublesAfterManyGoodSteps() {
    LossScale scale = LossScale.start(true);
    assertThat(scale.factor()).isEqualTo(65_536);
    assertThat(scale.after(false).factor()).isEqualTo(32_768);
    for (int step = 0; step < 1_999; step++) {
      scale = scale.after(true);
      assertThat(scale.factor()).isEqualTo(65_536);
    }
    assertThat(scale.after(false).after(true).factor()).isEqualTo(32_768);
    assertThat(scale.after(true)).isEqualTo(new LossScale(131_072, 0));
    for (int step = 0; step < 40; step++) {
      scale = scale.after(false);
    }
    assertThat(scale.factor()).isEqualTo(1);
    assertThat(LossScale.start(false).after(false).after(true)).isEqualTo(LossScale.NONE);
  }

  private List<String> notices() {
    return events.stream()
        .filter(TrainingEvent.Notice.class::isInstance)
        .map(event -> ((TrainingEvent.Notice) event).key())
        .toList();
  }

  /// Makes the vector of a token that stands in one row only no numbers.
  ///
  /// @return the row
  private static int poison(Session session, Lesson lesson) {
    Map<Integer, Integer> rowOf = new LinkedHashMap<>();
    for (int row = 0; row < lesson.tokens().size(); row++) {
      for (int token : lesson.tokens().get(row)) {
        int number = row;
        rowOf.merge(token, row, (old, now) -> old == number ? old : -1);
      }
    }
    Lesson validation = validation(session);
    validation.tokens().forEach(row -> Arrays.stream(row).forEach(rowOf::remove));
    rowOf.values().removeIf(row -> row < 0);
    var rare = rowOf.entrySet().iterator().next();
    NDArray words = session.encoder().weights().get("embeddings.word_embeddings.weight");
    int width = (int) words.getShape().get(1);
    float[] values = words.toFloatArray();
    Arrays.fill(values, rare.getKey() * width, (rare.getKey() + 1) * width, Float.NaN);
    Weights.fill(words, FloatBuffer.wrap(values));
    return rare.getValue();
  }

  private static Lesson validation(Session session) {
    try {
      return Lesson.of(session, session.material().validation());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private TrainingTask task() throws IOException {
    return new Shelf(folder).task(Method.THOROUGH, Shelf.rows(60), KNOBS);
  }

  private Session session() throws IOException {
    TrainingTask task = task();
    Files.createDirectories(task.run());
    return new Session(task, new Report(JobContext.quiet(), events::add, System::nanoTime));
  }

  private static Tuner tuner(Session session, Knobs knobs) throws IOException {
    int width = session.encoder().config().hiddenSize();
    int labels = session.material().labels().size();
    LinearHead head = new LinearHead(new float[labels][width], new float[labels]);
    session.encoder().put(head);
    return new Tuner(session.encoder(), session.encoder().weights().arrays(), knobs, 7, 30);
  }

  private static FineTuning tuning(Session session, Lesson training, Lesson validation) {
    Checkpoint checkpoint = new Checkpoint(session.task().run(), "a test's");
    Softmax.Score bad = new Softmax.Score(0, 100, 100);
    return new FineTuning(session, training, validation, bad, checkpoint, Duration.ofHours(1));
  }

  /// Copies of the weights that learn, and of both moments of each.
  private static Map<String, float[]> state(Tuner tuner) {
    Map<String, float[]> state = new LinkedHashMap<>();
    tuner.learned().forEach((name, array) -> state.put(name, array.toFloatArray()));
    tuner.optimizer().moments().forEach((name, array) -> state.put(name, array.toFloatArray()));
    return state;
  }
}
