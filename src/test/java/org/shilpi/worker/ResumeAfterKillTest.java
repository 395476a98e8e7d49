package org.shilpi.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.train.Method;
import org.shilpi.train.ScoringTask;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;

/// Workers that tune a tiny BERT, killed the hard way.
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ResumeAfterKillTest {
  private static final Path BASE_MODEL = Path.of("../shared/goldens/bert/seqcls");
  private static final Limits PATIENT =
      new Limits(Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ofMinutes(1));

  /// No step has this number.
  private static final long NEVER = 0;

  @TempDir Path folder;

  @BeforeEach
  void needsTheTinyModel() {
    assumeTrue(Files.isDirectory(BASE_MODEL), "skipped: no folder " + BASE_MODEL);
  }

  @Test
  void aRunWhoseWorkerWasKilledTwiceLearnsTheSameCurve() throws IOException {
    List<TrainingEvent> wanted = new ArrayList<>();
    var whole = train("whole", NEVER, wanted);
    assertThat(steps(wanted)).hasSizeGreaterThan(12);

    List<TrainingEvent> first = killedAfter(5);
    List<TrainingEvent> second = killedAfter(11);
    List<TrainingEvent> third = new ArrayList<>();
    var resumed = train("killed", NEVER, third);

    assertThat(steps(first).getFirst().step()).isEqualTo(1);
    assertThat(steps(second).getFirst().step()).as("resumed, not begun again").isBetween(2L, 6L);
    assertThat(steps(third).getFirst().step()).isBetween(7L, 12L);
    // Steps after the last checkpoint were taken twice, and both times the same.
    for (var attempt : List.of(first, second, third)) {
      for (var step : steps(attempt)) {
        var same = steps(wanted).get((int) step.step() - 1);
        assertThat(step.loss()).isEqualTo(same.loss());
        assertThat(step.learningRate()).isEqualTo(same.learningRate());
      }
    }
    assertThat(steps(third).getLast().step()).isEqualTo(steps(wanted).getLast().step());
    assertThat(passes(List.of(first, second, third))).isEqualTo(passes(List.of(wanted)));
    assertThat(resumed.bestEpoch()).isEqualTo(whole.bestEpoch());
    assertThat(resumed.validationLoss()).isEqualTo(whole.validationLoss());
    assertThat(weights("killed")).isEqualTo(weights("whole"));
    assertThat(answers("killed")).isDeepEqualTo(answers("whole"));
  }

  /// Of two workers that are ended, one is killed at once and one is asked to stop. `-Dkills=20`
  /// for more of them.
  @Test
  void aRunThatIsEndedAtRandomMomentsEndsWithTheVerySameWeights() throws IOException {
    List<TrainingEvent> events = new ArrayList<>();
    train("whole", NEVER, events);
    var random = new Random(5);
    int kills = Integer.getInteger("kills", 4);
    for (int run = 0; kills > 0; run++) {
      String name = "ended" + run;
      boolean ended = true;
      while (ended && kills > 0) {
        ended = endedAfter(name, 1 + random.nextInt(events.size()), kills % 2 == 0);
        kills -= ended ? 1 : 0;
      }
      if (ended) {
        train(name, NEVER, new ArrayList<>());
      }
      assertThat(weights(name)).as(name).isEqualTo(weights("whole"));
    }
  }

  /// Whether the worker was ended before it was done.
  private boolean endedAfter(String run, int events, boolean killed) throws IOException {
    var told = new AtomicInteger();
    try {
      trainer(NEVER)
          .train(
              task(run),
              JobContext.quiet(),
              event -> {
                if (told.incrementAndGet() == events) {
                  ProcessHandle.current().children().forEach(worker -> end(worker, killed));
                }
              });
      return false;
    } catch (Problem problem) {
      assertThat(problem.key()).isIn("problem.worker.killed", "problem.worker.stopped");
      return true;
    }
  }

  private static void end(ProcessHandle worker, boolean killed) {
    if (killed) {
      worker.destroyForcibly();
    } else {
      worker.destroy();
    }
  }

  private byte[] weights(String run) throws IOException {
    return Files.readAllBytes(folder.resolve(run).resolve("model/model.safetensors"));
  }

  /// What a worker told that was killed after a step.
  private List<TrainingEvent> killedAfter(long step) {
    List<TrainingEvent> events = new ArrayList<>();
    assertThatThrownBy(() -> train("killed", step, events))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.worker.killed"));
    assertThat(steps(events).getLast().step()).isEqualTo(step);
    assertThat(events).hasAtLeastOneElementOfType(TrainingEvent.Checkpoint.class);
    return events;
  }

  /// Trains in a worker, and kills it after the given step.
  private TrainingResult train(String run, long last, List<TrainingEvent> events)
      throws IOException {
    return trainer(last)
        .train(
            task(run),
            JobContext.quiet(),
            event -> {
              events.add(event);
              if (event instanceof TrainingEvent.Step step && step.step() == last) {
                ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
              }
            });
  }

  private static WorkerTrainer trainer(long last) {
    return new WorkerTrainer(conversation(last), MemoryKills.ofThisMachine());
  }

  private float[][] answers(String run) throws IOException {
    var texts = List.of("soup and bread", "the airport", "a bank fee");
    return new WorkerScorer(conversation(NEVER))
        .score(
            new ScoringTask(folder.resolve(run), task(run).baseModel(), texts, true, 0, "cpu"),
            JobContext.quiet())
        .probabilities();
  }

  private static Conversation conversation(long last) {
    return new Conversation(
        WorkerCommand.of(
            System.getProperties(), 0, "org.shilpi.djl.TuningWorker", String.valueOf(last)),
        PATIENT,
        System::nanoTime);
  }

  private TrainingTask task(String run) throws IOException {
    var snapshot = folder.resolve("snapshot.jsonl");
    SnapshotFile.write(Snapshot.of(List.of("food", "travel", "money"), rows()), snapshot);
    return new TrainingTask(
        new TrainingSpec(
            Method.THOROUGH,
            3,
            7,
            "cpu",
            Map.of("batchTokens", "128", "learningRate", "1e-3", "patience", "9")),
        snapshot,
        BASE_MODEL.toAbsolutePath(),
        folder.resolve(run),
        folder.resolve("cache-" + run));
  }

  private static List<LabeledText> rows() {
    var words = List.of("soup bread cheese", "train ticket airport", "bank card fee");
    List<LabeledText> rows = new ArrayList<>();
    for (int i = 0; i < 72; i++) {
      var text = words.get(i % 3).split(" ")[i / 3 % 3] + " number " + i;
      rows.add(new LabeledText(i + 1, text, i % 3, i < 48 ? Split.TRAIN : Split.VALIDATION));
    }
    return rows;
  }

  private static List<TrainingEvent.Step> steps(List<TrainingEvent> events) {
    return events.stream()
        .filter(TrainingEvent.Step.class::isInstance)
        .map(TrainingEvent.Step.class::cast)
        .toList();
  }

  /// By number: a pass whose end was after the last checkpoint comes twice.
  private static Map<Integer, TrainingEvent.Epoch> passes(List<List<TrainingEvent>> attempts) {
    var passes = new TreeMap<Integer, TrainingEvent.Epoch>();
    for (var attempt : attempts) {
      for (var event : attempt) {
        if (event instanceof TrainingEvent.Epoch pass) {
          passes.put(pass.epoch(), pass);
        }
      }
    }
    return passes;
  }
}
