package org.shilpi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.JobContext;
import org.shilpi.train.Forecast.Range;
import org.shilpi.train.ForecastBook.Outcome;

class ForecastTest {
  private static final Range NOTHING = new Range(0, 0, 0);
  private static final Range ONE = new Range(1, 1, 1);

  @TempDir Path folder;

  @Test
  void aTryoutIsReckonedUpToTheWholeTraining() {
    Forecast forecast = tryout(20, 10, 2, 8, 3, new Range(20, 30, 60)).forecast();

    // 20 + 8 * 12 seconds, or 20 + 3 * 12 where nothing improves; see Tryout for the margins.
    assertThat(forecast.seconds()).isEqualTo(new Range(0.75 * 56, 116, 1.5 * 116));
    assertThat(forecast.memoryMb().likely()).isCloseTo(1.15 * 512, within(1e-9));
    assertThat(forecast.diskMb()).isEqualTo(new Range(1, 4, 4.4));
    assertThat(forecast.wattHours().likely()).isCloseTo(116 * 30 / 3_600.0, within(1e-9));
    assertThat(forecast.wattHours().low()).isCloseTo(0.75 * 56 * 20 / 3_600, within(1e-9));
    assertThat(forecast.corrected()).isFalse();
  }

  @Test
  void whatOthersTookOfTheMachineMayBeThereInTheRun() {
    Range seconds =
        tryout(new Tryout.Work(100, 0, 0, 1, 1, NOTHING, 0.25), ONE).forecast().seconds();
    assertThat(seconds).isEqualTo(new Range(25, 100, 150));
  }

  @Test
  void whatFollowsThePassesIsPartOfTheRun() {
    Range after = new Range(10, 30, 50);
    Range seconds = tryout(new Tryout.Work(20, 10, 0, 8, 3, after, 1), ONE).forecast().seconds();
    assertThat(seconds).isEqualTo(new Range(0.75 * 60, 130, 1.5 * 150));
  }

  @Property(tries = 200)
  void moreWorkNeverTakesLess(
      @ForAll @DoubleRange(max = 100) double once,
      @ForAll @DoubleRange(max = 100) double pass,
      @ForAll @DoubleRange(max = 10) double more,
      @ForAll @IntRange(min = 1, max = 20) int passes) {
    Range less = tryout(once, pass, 1, passes, 3, ONE).forecast().seconds();
    for (Tryout larger :
        List.of(
            tryout(once + more, pass, 1, passes, 3, ONE),
            tryout(once, pass + more, 1, passes, 3, ONE),
            tryout(once, pass, 1 + more, passes, 3, ONE),
            tryout(once, pass, 1, passes + 1, 3, ONE),
            tryout(once, pass, 1, passes, 4, ONE))) {
      Range seconds = larger.forecast().seconds();
      assertThat(seconds.low()).isGreaterThanOrEqualTo(less.low());
      assertThat(seconds.likely()).isGreaterThanOrEqualTo(less.likely());
      assertThat(seconds.high()).isGreaterThanOrEqualTo(less.high());
    }
  }

  @Test
  void whatHappenedImprovesTheNextForecast() throws IOException {
    ForecastBook book = new ForecastBook(folder.resolve("forecasts.json"));
    Forecast raw = tryout(100, 0, 0, 1, 1, ONE).forecast();
    Forecaster forecaster =
        new LearningForecaster(
            (tasks, context) -> List.of(raw), new ForecastBook(folder.resolve("forecasts.json")));
    Trainer trainer = new WatchedTrainer((task, context, events) -> result(200, 1_024), book);
    TrainingTask task = task(1, "a");

    assertThat(forecaster.forecast(List.of(task), JobContext.quiet())).containsExactly(raw);
    trainer.train(task, JobContext.quiet(), event -> {});
    Forecast next = forecaster.forecast(List.of(task(2, "b")), JobContext.quiet()).getFirst();

    assertThat(next.corrected()).isTrue();
    // One outcome is believed by half.
    double half = Math.pow(2, 0.5);
    double memory = 1_024 / raw.memoryMb().likely();
    assertThat(next.seconds()).isEqualTo(new Range(75, 100 * half, 150 * half));
    assertThat(next.memoryMb()).isEqualTo(raw.memoryMb().towards(Math.pow(memory, 0.5)));
    assertThat(next.wattHours()).isEqualTo(raw.wattHours().towards(half));
    assertThat(book.outcomes(task)).containsExactly(new Outcome(2, memory));
    assertThat(
            book.outcomes(
                new TrainingTask(TrainingSpec.of(Method.THOROUGH), folder, folder, folder, folder)))
        .isEmpty();
  }

  /// Every run of this machine takes half as long again as foretold, give or take a fifth.
  @Test
  void theMoreRunsTheNearerTheForecastAndItsRangeCoversWhatComes() throws IOException {
    Forecast raw = tryout(100, 0, 0, 1, 1, ONE).forecast();
    ForecastBook book = new ForecastBook(folder.resolve("forecasts.json"));
    Forecaster forecaster = new LearningForecaster((tasks, context) -> List.of(raw), book);
    double[] happened = {150, 130, 175, 160, 125, 145, 155, 140, 165, 150};
    double firstError = 0;
    double lastError = 0;
    for (int i = 0; i < happened.length; i++) {
      TrainingTask task = task(i, "a");
      Range foretold = forecaster.forecast(List.of(task), JobContext.quiet()).getFirst().seconds();
      double error = Math.abs(Math.log(foretold.likely() / happened[i]));
      if (i == 0) {
        firstError = error;
      }
      lastError = error;
      if (i >= 5) {
        assertThat(happened[i]).isBetween(foretold.low(), foretold.high());
        assertThat(foretold.high() - foretold.low())
            .isLessThan(raw.seconds().high() - raw.seconds().low());
      }
      book.happened(task, result(happened[i], 512));
    }
    assertThat(lastError).isLessThan(firstError / 4);
  }

  @Test
  void aRunThatWasToEndEarlyTeachesNothing() throws IOException {
    ForecastBook book = new ForecastBook(folder.resolve("forecasts.json"));
    TrainingTask task = task(1, "a");
    book.foretold(task, tryout(10, 0, 0, 1, 1, ONE).forecast());
    new WatchedTrainer((any, context, events) -> result(3, 100), book)
        .train(task.within(3), JobContext.quiet(), event -> {});
    assertThat(book.outcomes(task)).isEmpty();
  }

  @Test
  void aRunThatEndedEarlyDoesNotMakeTheNextOneShort() {
    Forecast raw = tryout(100, 0, 0, 1, 1, ONE).forecast();
    Forecast next = LearningForecaster.corrected(raw, List.of(new Outcome(0.25, 1)));
    assertThat(next.seconds()).isEqualTo(new Range(37.5, 50, 150));
  }

  @Test
  void aTrialOnACrowdedMachineTeachesNothing() throws IOException {
    ForecastBook book = new ForecastBook(folder.resolve("forecasts.json"));
    TrainingTask task = task(1, "a");
    book.foretold(task, tryout(10, 0, 0, 1, 1, ONE).forecast());
    Forecast crowded = tryout(new Tryout.Work(99, 0, 0, 1, 1, NOTHING, 0.4), ONE).forecast();
    assertThat(crowded.crowded()).isTrue();
    book.foretold(task, crowded);
    book.happened(task, result(10, 512));
    assertThat(book.outcomes(task)).isEmpty();
  }

  @Test
  void aRunWithoutAForecastTeachesNothingAndOneIsComparedOnce() throws IOException {
    ForecastBook book = new ForecastBook(folder.resolve("forecasts.json"));
    book.happened(task(1, "a"), result(5, 5));
    assertThat(book.outcomes(task(1, "a"))).isEmpty();
    Forecast raw = tryout(10, 0, 0, 1, 1, ONE).forecast();
    book.foretold(task(1, "a"), raw);
    book.happened(task(2, "a"), result(5, 5));
    book.happened(task(1, "b"), result(5, 5));
    assertThat(book.outcomes(task(1, "a"))).isEmpty();
    book.happened(task(1, "a"), result(5, 256));
    book.happened(task(1, "a"), result(50, 256));
    assertThat(book.outcomes(task(1, "a")))
        .containsExactly(new Outcome(0.5, 256 / raw.memoryMb().likely()));
  }

  @Test
  void theMiddleOfManyOutcomesMovesTheForecastAndTheirSpreadIsItsRange() {
    Forecast raw = tryout(100, 0, 0, 1, 1, ONE).forecast();
    List<Outcome> two = List.of(new Outcome(1, 1), new Outcome(4, 1));
    assertThat(LearningForecaster.corrected(raw, two).seconds().likely())
        .isCloseTo(100 * Math.pow(2, 2 / 3.0), within(1e-9));
    List<Outcome> five =
        List.of(
            new Outcome(0.9, 1),
            new Outcome(1.2, 1),
            new Outcome(30, 1),
            new Outcome(1.1, 1),
            new Outcome(1, 1));
    assertThat(LearningForecaster.corrected(raw, five).seconds().low()).isCloseTo(90, within(1e-9));
    assertThat(LearningForecaster.corrected(raw, five).seconds().likely())
        .isCloseTo(110, within(1e-9));
  }

  @Test
  void aDamagedBookIsBegunAnew() throws IOException {
    Path file = Files.writeString(folder.resolve("forecasts.json"), "{\"open\": [}");
    ForecastBook book = new ForecastBook(file);
    assertThat(book.outcomes(task(1, "a"))).isEmpty();
    book.foretold(task(1, "a"), tryout(10, 0, 0, 1, 1, ONE).forecast());
    book.happened(task(1, "a"), result(10, 512));
    assertThat(book.outcomes(task(1, "a")))
        .hasSize(1)
        .first()
        .extracting(Outcome::seconds)
        .isEqualTo(1.0);
  }

  @Test
  void aRangeIsInOrder() {
    assertThatThrownBy(() -> new Range(2, 1, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Range(-1, 1, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Range(Double.NaN, 1, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Tryout tryout(
      double once, double pass, double check, int passes, int patience, Range watts) {
    return tryout(new Tryout.Work(once, pass, check, passes, patience, NOTHING, 1), watts);
  }

  private static Tryout tryout(Tryout.Work work, Range watts) {
    return new Tryout(
        Method.QUICK, work, new Tryout.Space(512 << 20, 1 << 20, 4 << 20), watts, false);
  }

  private TrainingTask task(long seed, String snapshot) {
    TrainingSpec spec = new TrainingSpec(Method.QUICK, 1, seed, "cpu", Map.of());
    return new TrainingTask(
        spec, folder.resolve(snapshot), folder.resolve("model"), folder, folder);
  }

  private static TrainingResult result(double seconds, long memory) {
    return new TrainingResult(seconds, 1, memory, 1, 1, 0, Map.of());
  }
}
