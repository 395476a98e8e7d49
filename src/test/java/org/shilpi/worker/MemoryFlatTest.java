package org.shilpi.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
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

/// A worker that takes thousands of steps: `-Dbench=true`, and `-Dbench.model=FOLDER` for another
/// base model than the tiny one, `-Dbench.batchTokens=64` and `-Dbench.steps=3000` for less work.
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "true")
class MemoryFlatTest {
  private static final long WINDOW = 500;
  private static final long TO = Long.getLong("bench.steps", 5_500);

  @TempDir Path folder;

  @Test
  void aWorkerHoldsNoMoreMemoryAfterThousandsOfStepsThanAfterFiveHundred() throws IOException {
    Path model = Path.of(System.getProperty("bench.model", "../shared/goldens/bert/seqcls"));
    assumeTrue(Files.isDirectory(model), "skipped: no folder " + model);
    TreeMap<Long, LongSummaryStatistics> held = new TreeMap<>();
    Conversation conversation =
        new Conversation(WorkerCommand.ofThisProcess(), Limits.usual(), System::nanoTime);
    new WorkerTrainer(conversation, MemoryKills.ofThisMachine())
        .train(
            task(model.toAbsolutePath()),
            JobContext.quiet(),
            event -> {
              if (event instanceof TrainingEvent.Step step && step.step() % 10 == 0) {
                held.computeIfAbsent(
                        step.step() / WINDOW * WINDOW, _ -> new LongSummaryStatistics())
                    .accept(workerMemory());
              }
            });

    System.out.println(
        "memory of the worker in MiB, by step: least, mean and most of the next 500");
    held.forEach((step, seen) ->
        System.out.printf(
            "%6d %6d %8.1f %6d%n", step, seen.getMin(), seen.getAverage(), seen.getMax()));
    // What steps have freed, the system gets back about once a minute, so that single values swing
    // by a tenth; what grows shows between the halves.
    long middle = (WINDOW + TO) / 2;
    assertThat(mean(held.subMap(middle, TO)))
        .isLessThanOrEqualTo(1.02 * mean(held.subMap(WINDOW, middle)));
  }

  private static double mean(Map<Long, LongSummaryStatistics> windows) {
    return windows.values().stream()
        .mapToDouble(LongSummaryStatistics::getAverage)
        .average()
        .orElseThrow();
  }

  /// In MiB.
  private static long workerMemory() {
    try {
      long worker = ProcessHandle.current().children().findFirst().orElseThrow().pid();
      for (String line : Files.readAllLines(Path.of("/proc/" + worker + "/status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
      throw new IllegalStateException("no VmRSS");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Texts of 4 to 60 words; batches of all shapes.
  private TrainingTask task(Path model) throws IOException {
    Random random = new Random(3);
    String[] words = "the bank card food soup train ticket airport fee bread cheese".split(" ");
    List<LabeledText> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("number " + i);
      for (int w = 4 + (int) (56 * Math.pow(random.nextDouble(), 3)); w > 0; w--) {
        text.append(' ').append(words[random.nextInt(words.length)]);
      }
      Split split = i % 10 == 0 ? Split.VALIDATION : Split.TRAIN;
      rows.add(new LabeledText(i + 1, text.toString(), random.nextInt(3), split));
    }
    Path snapshot = folder.resolve("snapshot.jsonl");
    SnapshotFile.write(Snapshot.of(List.of("a", "b", "c"), rows), snapshot);
    return new TrainingTask(
        new TrainingSpec(
            Method.THOROUGH,
            40,
            1,
            "cpu",
            Map.of(
                "batchTokens",
                System.getProperty("bench.batchTokens", "256"),
                "patience",
                "40",
                "maxSteps",
                Long.toString(TO))),
        snapshot,
        model,
        folder.resolve("run"),
        folder.resolve("cache"));
  }
}
