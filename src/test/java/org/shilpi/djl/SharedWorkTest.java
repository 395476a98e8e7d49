package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.JobContext;
import org.shilpi.project.Disk;
import org.shilpi.train.Method;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingEvent.Phase;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingTask;

/// What runs on the same data have from one another, and runs that have little time.
class SharedWorkTest {
  private static final Map<String, String> KNOBS =
      Map.of("batchTokens", "64", "learningRate", "2e-3", "patience", "9");

  @TempDir Path folder;
  private final long[] now = {0};

  @Test
  void aSecondRunOnTheSameDataFitsNoHeadAgainAndComesOutTheSame() throws IOException {
    List<TrainingEvent> first = new ArrayList<>();
    List<TrainingEvent> second = new ArrayList<>();
    TrainingResult one = train(task(Method.THOROUGH, "one"), first);
    TrainingResult two = train(task(Method.THOROUGH, "two"), second);

    assertThat(phases(first)).contains("search", "embed");
    assertThat(phases(second)).doesNotContain("search", "embed");
    assertThat(kept(second, TrainingEvent.Baseline.class))
        .hasSize(3)
        .isEqualTo(kept(first, TrainingEvent.Baseline.class));
    assertThat(kept(second, TrainingEvent.Epoch.class))
        .isEqualTo(kept(first, TrainingEvent.Epoch.class));
    assertThat(two.validationLoss()).isEqualTo(one.validationLoss());
    assertThat(files("two")).isEqualTo(files("one"));
  }

  @Test
  void adaptersStartFromTheHeadOfARunThatLearnedAllWeights() throws IOException {
    train(task(Method.THOROUGH, "thorough"), new ArrayList<>());
    List<TrainingEvent> shared = new ArrayList<>();
    train(task(Method.BALANCED, "shared"), shared);
    assertThat(phases(shared)).doesNotContain("search");

    Disk.delete(folder.resolve("cache"));
    train(task(Method.BALANCED, "alone"), new ArrayList<>());
    assertThat(files("shared")).isEqualTo(files("alone"));
  }

  @Test
  void otherDataSharesNothing() throws IOException {
    train(task(Method.BALANCED, "one"), new ArrayList<>());
    List<TrainingEvent> events = new ArrayList<>();
    TrainingTask task = new Shelf(folder).task(Method.BALANCED, Shelf.rows(66), KNOBS);
    train(task, events);
    assertThat(phases(events)).contains("search");
    try (Stream<Path> heads = Files.list(folder.resolve("cache/heads"))) {
      assertThat(heads).as("only the newest is kept").hasSize(1);
    }
  }

  @Test
  void whatWasKeptAndIsDamagedIsMadeAgain() throws IOException {
    train(task(Method.THOROUGH, "one"), new ArrayList<>());
    try (Stream<Path> cached = Files.walk(folder.resolve("cache"))) {
      for (Path file : cached.filter(Files::isRegularFile).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    List<TrainingEvent> events = new ArrayList<>();
    train(task(Method.THOROUGH, "two"), events);
    assertThat(phases(events)).contains("search");
    assertThat(files("two")).isEqualTo(files("one"));
  }

  @Test
  void aRunWhoseTimeIsUpEndsWithItsBestPass() throws IOException {
    List<TrainingEvent> whole = new ArrayList<>();
    List<Long> ends = new ArrayList<>();
    train(
        task(Method.THOROUGH, "whole"),
        event -> {
          whole.add(event);
          if (event instanceof TrainingEvent.Epoch) {
            ends.add(now[0]);
          }
        });
    now[0] = 0;
    // The head is there already, so the clock is read less often: the time is up in a later pass.
    List<TrainingEvent> hurried = new ArrayList<>();
    TrainingTask task = task(Method.THOROUGH, "short").within(ends.getFirst() / 1e9);
    TrainingResult result = train(task, hurried);

    List<TrainingEvent.Epoch> passes = kept(hurried, TrainingEvent.Epoch.class);
    assertThat(passes).hasSizeBetween(1, 2);
    assertThat(result.bestEpoch()).isBetween(0, passes.size());
    assertThat(result.validationLoss())
        .as("no pass is better than what is kept")
        .isLessThanOrEqualTo(
            passes.stream().mapToDouble(TrainingEvent.Epoch::validationLoss).min().orElseThrow());
    assertThat(hurried)
        .contains(
            new TrainingEvent.Notice(
                "notice.train.time", List.of(String.valueOf(passes.size()), "3")));
    assertThat(task.run().resolve("model/model.safetensors")).exists();
    assertThat(kept(whole, TrainingEvent.Notice.class)).isEmpty();
  }

  private TrainingTask task(Method method, String run) throws IOException {
    TrainingTask task = new Shelf(folder).task(method, Shelf.rows(60), KNOBS);
    return new TrainingTask(
        task.spec(), task.snapshot(), task.baseModel(), folder.resolve(run), task.cache());
  }

  private TrainingResult train(TrainingTask task, List<TrainingEvent> events) throws IOException {
    return train(task, events::add);
  }

  private TrainingResult train(TrainingTask task, Consumer<TrainingEvent> events)
      throws IOException {
    return new DjlTrainer(() -> now[0] += 1_000_000_000, Duration.ofHours(1))
        .train(task, JobContext.quiet(), events);
  }

  private static List<String> phases(List<TrainingEvent> events) {
    return kept(events, Phase.class).stream().map(Phase::phase).distinct().toList();
  }

  private static <T> List<T> kept(List<TrainingEvent> events, Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Everything that the run left but its times.
  private Map<String, String> files(String run) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path root = folder.resolve(run);
    try (Stream<Path> inside = Files.walk(root)) {
      for (Path file : inside.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("result.json")) {
          files.put(
              root.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }
}
