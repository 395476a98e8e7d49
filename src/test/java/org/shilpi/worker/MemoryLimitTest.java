package org.shilpi.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;
import org.shilpi.train.Method;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;

/// A worker whose batches need more memory than the system lets it have.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MemoryLimitTest {
  private static final Path BASE_MODEL = Path.of("../shared/goldens/bert/seqcls");
  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

  /// What the worker may take beside what it holds when its first step begins.
  private static final long MORE = 32L << 20;

  @TempDir Path folder;

  @BeforeEach
  void needsTheTinyModelAndLimits() {
    assumeTrue(Files.isDirectory(BASE_MODEL), "skipped: no folder " + BASE_MODEL);
    assumeTrue(Files.isExecutable(PRLIMIT), "skipped: no " + PRLIMIT);
  }

  @Test
  void batchesThatDoNotFitGoThroughInPartsAndLearnTheSame() throws IOException {
    List<TrainingEvent> wanted = train("free", false);
    List<TrainingEvent> got = train("limited", true);

    assertThat(halvings(wanted)).isZero();
    assertThat(halvings(got)).isPositive();
    List<Double> losses = losses(got);
    assertThat(losses).hasSameSizeAs(losses(wanted)).hasSizeGreaterThan(3);
    for (int i = 0; i < losses.size(); i++) {
      assertThat(losses.get(i)).isCloseTo(losses(wanted).get(i), within(1e-4));
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  private List<TrainingEvent> train(String run, boolean limited) throws IOException {
    List<TrainingEvent> events = new ArrayList<>();
    Conversation conversation =
        new Conversation(
            WorkerCommand.of(System.getProperties(), 0, "org.shilpi.djl.TuningWorker", "0"),
            Limits.usual(),
            System::nanoTime);
    new WorkerTrainer(conversation, MemoryKills.ofThisMachine())
        .train(
            task(run),
            JobContext.quiet(),
            event -> {
              events.add(event);
              if (limited && event.equals(new TrainingEvent.Checkpoint(0))) {
                ProcessHandle.current().children().forEach(MemoryLimitTest::limit);
              }
            });
    return events;
  }

  private static void limit(ProcessHandle worker) {
    try {
      long bytes = 0;
      for (String line : Files.readAllLines(Path.of("/proc/" + worker.pid() + "/status"))) {
        if (line.startsWith("VmSize:")) {
          bytes = Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
      int status =
          new ProcessBuilder(
                  PRLIMIT.toString(), "--pid", "" + worker.pid(), "--as=" + (bytes + MORE))
              .inheritIO()
              .start()
              .onExit()
              .join()
              .exitValue();
      assertThat(status).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long halvings(List<TrainingEvent> events) {
    return events.stream()
        .filter(event ->
            event instanceof TrainingEvent.Notice notice
                && notice.key().equals("notice.train.memory"))
        .count();
  }

  private static List<Double> losses(List<TrainingEvent> events) {
    return events.stream()
        .filter(TrainingEvent.Step.class::isInstance)
        .map(event -> ((TrainingEvent.Step) event).loss())
        .toList();
  }

  private TrainingTask task(String run) throws IOException {
    var words = List.of("soup bread cheese", "train ticket airport", "bank card fee");
    List<LabeledText> rows = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) {
      var text = (words.get(i % 3) + " ").repeat(4) + i;
      rows.add(new LabeledText(i + 1, text, i % 3, i % 16 == 0 ? Split.VALIDATION : Split.TRAIN));
    }
    var snapshot = folder.resolve("snapshot.jsonl");
    SnapshotFile.write(Snapshot.of(List.of("food", "travel", "money"), rows), snapshot);
    return new TrainingTask(
        new TrainingSpec(
            Method.THOROUGH,
            2,
            7,
            "cpu",
            Map.of("batchTokens", "60000", "learningRate", "1e-3", "dropout", "0")),
        snapshot,
        BASE_MODEL.toAbsolutePath(),
        folder.resolve(run),
        // Of its own: a run that finds its vectors ready holds so little when its first step begins
        // that the rest does not hold the first way back through the network.
        folder.resolve(run + "-cache"));
  }
}
