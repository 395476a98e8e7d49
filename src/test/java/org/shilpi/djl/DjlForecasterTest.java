package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;
import org.shilpi.train.Forecast;
import org.shilpi.train.Forecast.Range;
import org.shilpi.train.Method;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;

class DjlForecasterTest {
  @TempDir Path folder;

  /// A clock that only goes on when it is read counts pieces of work: no machine is too slow.
  private final long[] now = {0};

  private final DjlForecaster forecaster = new DjlForecaster(() -> now[0] += 100_000_000);

  @Test
  void everyMethodIsTriedOutInTheOrderAskedAndNothingIsLeft() throws IOException {
    List<Method> methods = List.of(Method.THOROUGH, Method.QUICK, Method.BALANCED);
    List<Forecast> forecasts =
        forecaster.forecast(methods.stream().map(this::task).toList(), JobContext.quiet());

    assertThat(forecasts).extracting(Forecast::method).isEqualTo(methods);
    assertThat(forecasts)
        .allSatisfy(forecast -> {
          assertThat(forecast.seconds().low()).isPositive();
          assertThat(forecast.memoryMb().likely()).isBetween(100.0, 8_000.0);
          assertThat(forecast.wattHours().likely()).isPositive();
          assertThat(forecast.diskMb().likely()).isPositive();
        });
    assertThat(forecasts.get(0).seconds().likely())
        .isGreaterThan(forecasts.get(1).seconds().likely());
    assertThat(forecasts.get(0).diskMb().low()).isGreaterThan(forecasts.get(2).diskMb().low());
    assertThat(task(Method.QUICK).run()).doesNotExist();
  }

  @Test
  void morePassesTakeLonger() throws IOException {
    TrainingTask few = task(Method.THOROUGH);
    TrainingTask many =
        new TrainingTask(
            new TrainingSpec(Method.THOROUGH, 30, 7, "cpu", Map.of()),
            few.snapshot(),
            few.baseModel(),
            few.run(),
            few.cache());
    List<Forecast> forecasts = forecaster.forecast(List.of(few, many), JobContext.quiet());
    assertThat(forecasts.get(1).seconds().likely())
        .isGreaterThan(forecasts.get(0).seconds().likely());
  }

  @Test
  void whereTextsAreFewWhatFollowsThePassesIsForetoldToo() throws IOException {
    for (Method method : List.of(Method.THOROUGH, Method.BALANCED)) {
      Range without = seconds(task(method, "never"));
      Range with = seconds(task(method, "always"));
      assertThat(with.likely()).as(method.id()).isGreaterThan(without.likely());
      assertThat(with.high()).as(method.id()).isGreaterThan(without.high());
    }
  }

  @Test
  void whatAnEarlierRunLeftIsNotForetoldAgain() throws IOException {
    TrainingTask task = task(Method.THOROUGH, "never");
    Range before = seconds(task);
    new DjlTrainer().train(task, JobContext.quiet(), event -> {});
    assertThat(seconds(task).likely()).isLessThan(before.likely());
  }

  @Test
  void aRunLeavesOnDiskWhatWasForetoldAndNeedsNoMoreOnTheWay() throws IOException {
    for (Method method : List.of(Method.QUICK, Method.BALANCED)) {
      Path own = Files.createDirectory(folder.resolve(method.id()));
      TrainingTask task = new Shelf(own).task(method, Shelf.rows(60), Map.of());
      Range foretold = forecaster.forecast(List.of(task), JobContext.quiet()).getFirst().diskMb();
      long before = bytes(own);
      new DjlTrainer().train(task, JobContext.quiet(), event -> {});
      // Notes and headers are some kilobytes.
      double slack = 0.006;
      double left = bytes(task.run()) / (double) (1 << 20);
      assertThat(left).as(method.id()).isBetween(foretold.low() - slack, foretold.low() + slack);
      assertThat((bytes(own) - before) / (double) (1 << 20))
          .as(method.id())
          .isBetween(left, foretold.high() + slack);
    }
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private Range seconds(TrainingTask task) throws IOException {
    return forecaster.forecast(List.of(task), JobContext.quiet()).getFirst().seconds();
  }

  @Test
  void aTryoutCanBeStopped() {
    JobContext stopped =
        new JobContext() {
          @Override
          public void report(Progress progress) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> forecaster.forecast(List.of(task(Method.QUICK)), stopped))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void powerIsReadWhereTheMachineShowsItAndGuessedElsewhere() throws IOException {
    for (String zone : List.of("intel-rapl:0", "intel-rapl:1")) {
      Path counter = Files.createDirectories(folder.resolve(zone)).resolve("energy_uj");
      Files.writeString(counter, "1000000\n");
    }
    PowerMeter meter = new PowerMeter(folder);
    PowerMeter.Reading from = meter.read(0);
    Files.writeString(folder.resolve("intel-rapl:0/energy_uj"), "61000000\n");
    PowerMeter.Reading to = meter.read(2_000_000_000);

    assertThat(PowerMeter.metered(from, to)).isTrue();
    assertThat(PowerMeter.watts(from, to, 4, false).likely()).isEqualTo(30);
    assertThat(PowerMeter.metered(to, from)).as("counters began anew").isFalse();
    PowerMeter.Reading none = new PowerMeter(folder.resolve("none")).read(0);
    Range guess = PowerMeter.watts(none, none, 4, false);
    assertThat(guess.likely()).isEqualTo(38);
    assertThat(guess.high() / guess.low()).isGreaterThan(5);
    assertThat(PowerMeter.watts(none, none, 4, true).likely()).isEqualTo(238);
  }

  private TrainingTask task(Method method) {
    return task(method, "never");
  }

  private TrainingTask task(Method method, String fewShot) {
    try {
      return new Shelf(folder)
          .task(method, Shelf.rows(60), Map.of("batchTokens", "64", "fewShot", fewShot));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
