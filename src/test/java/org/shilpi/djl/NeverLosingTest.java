package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.project.SmallDisk;
import org.shilpi.train.Method;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingTask;

/// Runs that are stopped, crash, or find no room on the disk, and go on.
class NeverLosingTest {
  private static final Map<String, String> KNOBS =
      Map.of("batchTokens", "64", "learningRate", "3e-3", "patience", "9");

  /// As a crash would: nothing is caught on the way.
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  @TempDir Path folder;

  @Test
  void aRunThatCrashesAfterAnyEventEndsWithTheVerySameWeights() throws IOException {
    TrainingTask whole = task("whole");
    List<TrainingEvent> wanted = new ArrayList<>();
    TrainingResult result = train(whole, JobContext.quiet(), wanted::add);
    assertThat(moments(wanted)).hasSizeGreaterThan(5);

    for (int crash : moments(wanted)) {
      TrainingTask task = task("crash" + crash);
      List<TrainingEvent> events = new ArrayList<>();
      int last = crash;
      assertThatThrownBy(() ->
              train(
                  task,
                  JobContext.quiet(),
                  event -> {
                    events.add(event);
                    if (events.size() > last) {
                      throw new Crash();
                    }
                  }))
          .isInstanceOf(Crash.class);
      TrainingResult got = train(task, JobContext.quiet(), events::add);

      assertThat(losses(events)).as("after event %d", crash).isEqualTo(losses(wanted));
      assertThat(got.validationLoss()).isEqualTo(result.validationLoss());
      assertThat(weights(task)).as("after event %d", crash).isEqualTo(weights(whole));
    }
  }

  /// Moments of each kind: between steps, before and after a check, a checkpoint, and the end.
  private static List<Integer> moments(List<TrainingEvent> events) {
    Map<String, Integer> moments = new TreeMap<>();
    for (int i = events.indexOf(new TrainingEvent.Checkpoint(0)); i < events.size(); i++) {
      String kind = events.get(i - 1).getClass().getName() + events.get(i).getClass().getName();
      moments.put(kind, i);
    }
    return List.copyOf(moments.values());
  }

  @Test
  void aRunThatIsStoppedWhereverItAsksGoesOnExactly() throws IOException {
    TrainingTask whole = task("whole");
    List<TrainingEvent> wanted = new ArrayList<>();
    TrainingResult result = train(whole, JobContext.quiet(), wanted::add);
    TrainingTask task = task("stopped");
    List<TrainingEvent> events = new ArrayList<>();
    TrainingResult got = null;
    int stops = 0;
    while (got == null) {
      try {
        got = train(task, new Stop(stops, events), events::add);
      } catch (CancelledException e) {
        stops++;
      }
    }
    assertThat(stops).isGreaterThan(3);
    assertThat(losses(events)).isEqualTo(losses(wanted));
    assertThat(weights(task)).isEqualTo(weights(whole));
    assertThat(got.bestEpoch()).isEqualTo(result.bestEpoch());
    // Every attempt took its time, and only steps count for the speed.
    assertThat(got.seconds()).isGreaterThan(result.seconds());
    assertThat(got.examplesPerSecond() / result.examplesPerSecond()).isBetween(0.5, 2.0);
  }

  @Test
  void aRunThatWasDoneAlreadyIsNotTrainedAgain() throws IOException {
    TrainingTask task = task("done");
    TrainingResult result = train(task, JobContext.quiet(), event -> {});
    List<TrainingEvent> events = new ArrayList<>();

    assertThat(train(task, JobContext.quiet(), events::add)).isEqualTo(result);
    assertThat(events).isEmpty();
  }

  @Test
  void whatAKilledAttemptLeftHalfWrittenIsTakenAway() throws IOException {
    TrainingTask task = task("left");
    stop(task);
    Files.writeString(task.run().resolve(".checkpoint.safetensors.77.draft"), "half");
    Files.writeString(task.run().resolve("best-77.safetensors"), "of an attempt that was lost");
    Files.createDirectories(task.run().resolve("model.draft/1_Pooling"));

    train(task, JobContext.quiet(), event -> {});

    try (var files = Files.list(task.run())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("model", "baselines", "result.json");
    }
  }

  @Test
  void aDamagedCheckpointIsNamed() throws IOException {
    for (String name : List.of("checkpoint.safetensors", "best-0.safetensors")) {
      for (int kept : new int[] {0, 9, 5_000}) {
        TrainingTask task = task("damaged-" + name + kept);
        stop(task);
        try (var file = new RandomAccessFile(task.run().resolve(name).toFile(), "rw")) {
          file.setLength(kept);
        }
        assertThatThrownBy(() -> train(task, JobContext.quiet(), event -> {}))
            .as("%s cut to %d bytes", name, kept)
            .isInstanceOfSatisfying(
                Problem.class,
                problem -> assertThat(problem.key()).isEqualTo("problem.train.checkpoint-damaged"));
      }
    }
  }

  @Test
  void aDiskThatIsFullForAWhileCostsNothing() throws IOException {
    TrainingTask whole = task("whole");
    train(whole, JobContext.quiet(), event -> {});
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 8)) {
      TrainingTask task = task("disk/run");
      List<TrainingEvent> events = new ArrayList<>();
      train(
          task,
          JobContext.quiet(),
          event -> {
            events.add(event);
            if (event.equals(new TrainingEvent.Checkpoint(0))) {
              fill(disk, 0);
            } else if (event instanceof TrainingEvent.Step step && step.step() == 4) {
              free(disk);
            }
          });

      assertThat(events)
          .filteredOn(TrainingEvent.Notice.class::isInstance)
          .singleElement()
          .satisfies(event ->
              assertThat(((TrainingEvent.Notice) event).key())
                  .isEqualTo("notice.train.checkpoint"));
      assertThat(events.indexOf(new TrainingEvent.Checkpoint(0)))
          .isLessThan(events.lastIndexOf(last(events)));
      assertThat(weights(task)).isEqualTo(weights(whole));
    }
  }

  @Test
  void aRunThatCannotKeepItsBestPassStopsAndGoesOnOnceThereIsRoom() throws IOException {
    TrainingTask whole = task("whole");
    List<TrainingEvent> wanted = new ArrayList<>();
    train(whole, JobContext.quiet(), wanted::add);
    assertThat(wanted)
        .anyMatch(event -> event instanceof TrainingEvent.Epoch epoch && epoch.best());
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 8)) {
      TrainingTask task = task("disk/run");
      List<TrainingEvent> events = new ArrayList<>();
      assertThatThrownBy(() ->
              train(
                  task,
                  JobContext.quiet(),
                  event -> {
                    events.add(event);
                    if (event instanceof TrainingEvent.Phase phase
                        && phase.phase().equals("validate")) {
                      fill(disk, 0);
                    }
                  }))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.key()).isEqualTo("problem.project.disk-full"));
      assertThat(Checkpoint.isIn(task.run())).isTrue();

      free(disk);
      train(task, JobContext.quiet(), events::add);

      assertThat(losses(events)).isEqualTo(losses(wanted));
      assertThat(weights(task)).isEqualTo(weights(whole));
    }
  }

  private static void stop(TrainingTask task) {
    List<TrainingEvent> events = new ArrayList<>();
    assertThatThrownBy(() -> train(task, new Stop(3, events), events::add))
        .isInstanceOf(CancelledException.class);
  }

  private static void fill(SmallDisk disk, int left) {
    try {
      disk.fill(left);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void free(SmallDisk disk) {
    try {
      disk.free();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static TrainingEvent last(List<TrainingEvent> events) {
    return events.reversed().stream()
        .filter(TrainingEvent.Checkpoint.class::isInstance)
        .findFirst()
        .orElseThrow();
  }

  private TrainingTask task(String name) throws IOException {
    return new Shelf(Files.createDirectories(folder.resolve(name)))
        .task(Method.THOROUGH, Shelf.rows(30), KNOBS);
  }

  /// Tells every step and saves after every few.
  private static TrainingResult train(
      TrainingTask task, JobContext context, Consumer<TrainingEvent> events) throws IOException {
    long[] now = {0};
    return new DjlTrainer(() -> now[0] += 1_000_000_000, Duration.ofSeconds(8))
        .train(task, context, events);
  }

  /// Losses by step: a step that was taken twice must have had the same both times.
  private static Map<Long, Double> losses(List<TrainingEvent> events) {
    Map<Long, Double> losses = new TreeMap<>();
    for (TrainingEvent event : events) {
      if (event instanceof TrainingEvent.Step step) {
        Double before = losses.put(step.step(), step.loss());
        assertThat(before == null || before == step.loss()).as("step %d", step.step()).isTrue();
      }
    }
    return losses;
  }

  private static byte[] weights(TrainingTask task) throws IOException {
    return Files.readAllBytes(task.run().resolve("model/model.safetensors"));
  }

  /// Is cancelled when asked for the n-th time since there was a checkpoint.
  private static final class Stop implements JobContext {
    private final List<TrainingEvent> events;
    private int left;

    Stop(int questions, List<TrainingEvent> events) {
      this.left = questions;
      this.events = events;
    }

    @Override
    public void report(Progress progress) {}

    @Override
    public boolean cancelled() {
      return events.stream().anyMatch(TrainingEvent.Checkpoint.class::isInstance) && left-- <= 0;
    }
  }
}
