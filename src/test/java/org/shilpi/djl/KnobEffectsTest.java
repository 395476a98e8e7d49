package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilpi.djl.Goldens.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shilpi.job.JobContext;
import org.shilpi.train.Method;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingTask;

class KnobEffectsTest {
  private static final Map<String, String> EXACT = Map.of("batchTokens", "128", "dropout", "0");

  @TempDir Path folder;

  @Test
  void batchesThatMakeOneStepTogetherAreLikeOneLargeBatch() throws IOException {
    List<TrainingEvent.Step> whole = steps(train(Method.THOROUGH, Map.of()));
    List<TrainingEvent.Step> parts =
        steps(train(Method.THOROUGH, Map.of("batchTokens", "64", "accumulation", "2")));
    assertSame(parts, whole, 1e-4);
  }

  @ParameterizedTest
  @EnumSource(names = {"BALANCED", "THOROUGH"})
  void layersComputedAnewGiveTheSameSteps(Method method) throws IOException {
    List<TrainingEvent.Step> kept = steps(train(method, Map.of("maxSteps", "8")));
    List<TrainingEvent.Step> anew =
        steps(train(method, Map.of("maxSteps", "8", "recompute", "true")));
    assertSame(anew, kept, 1e-4);
  }

  @Test
  void sixteenBitStepsAreNear() throws IOException {
    List<TrainingEvent.Step> exact = steps(train(Method.THOROUGH, Map.of("maxSteps", "4")));
    List<TrainingEvent.Step> near =
        steps(train(Method.THOROUGH, Map.of("maxSteps", "4", "precision", "bf16")));
    assertSame(near, exact, 5e-2);
    assertThat(near.getFirst().loss()).isNotEqualTo(exact.getFirst().loss());
  }

  @Test
  void droppedAttentionWeightsMoveTheLoss() throws IOException {
    Map<String, String> knobs = Map.of("maxSteps", "1", "dropout", "0.0001");
    Map<String, String> dropping = new HashMap<>(knobs);
    dropping.put("attentionDropout", "0.5");
    double whole = steps(train(Method.THOROUGH, knobs)).getFirst().loss();
    double dropped = steps(train(Method.THOROUGH, dropping)).getFirst().loss();
    assertThat(dropped).isNotCloseTo(whole, within(1e-4));
  }

  @Test
  void theLastAllowedStepIsCheckedLikeAPass() throws IOException {
    List<TrainingEvent> events = train(Method.BALANCED, Map.of("maxSteps", "3"));
    assertThat(steps(events)).hasSize(3).allMatch(step -> step.steps() == 3);
    assertThat(events).filteredOn(TrainingEvent.Epoch.class::isInstance).hasSize(1);
  }

  @Test
  void aRunEndsWithItsTime() throws IOException {
    List<TrainingEvent> events = new ArrayList<>();
    long[] minutes = {0};
    new DjlTrainer(() -> minutes[0] * 60_000_000_000L, Duration.ofDays(1))
        .train(
            task(Method.BALANCED, Map.of("minutes", "2")),
            JobContext.quiet(),
            event -> {
              events.add(event);
              minutes[0] += event instanceof TrainingEvent.Step ? 1 : 0;
            });
    assertThat(steps(events)).hasSize(2);
    assertThat(events).filteredOn(TrainingEvent.Epoch.class::isInstance).hasSize(1);
  }

  private static void assertSame(
      List<TrainingEvent.Step> got, List<TrainingEvent.Step> wanted, double tolerance) {
    assertThat(got).hasSameSizeAs(wanted);
    for (int i = 0; i < got.size(); i++) {
      assertThat(got.get(i).loss())
          .as("step " + i)
          .isCloseTo(wanted.get(i).loss(), within(tolerance));
    }
  }

  private static List<TrainingEvent.Step> steps(List<TrainingEvent> events) {
    return events.stream()
        .filter(TrainingEvent.Step.class::isInstance)
        .map(TrainingEvent.Step.class::cast)
        .toList();
  }

  /// A second goes by whenever someone looks at the clock, so no step stays untold.
  private List<TrainingEvent> train(Method method, Map<String, String> knobs) throws IOException {
    List<TrainingEvent> events = new ArrayList<>();
    long[] now = {0};
    new DjlTrainer(() -> now[0] += 1_000_000_000, Duration.ofDays(1))
        .train(task(method, knobs), JobContext.quiet(), events::add);
    return events;
  }

  private TrainingTask task(Method method, Map<String, String> knobs) throws IOException {
    Map<String, String> all = new HashMap<>(EXACT);
    all.putAll(knobs);
    Path own = Files.createTempDirectory(folder, "run");
    return new Shelf(own).task(method, Shelf.rows(60), all);
  }
}
