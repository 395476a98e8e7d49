package org.shilpi.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.shilpi.job.JobContext;
import org.shilpi.train.Forecast.Range;
import org.shilpi.train.ForecastBook.Outcome;

/// Forecasts that get better with every run: see [ForecastBook], and [WatchedTrainer], which fills
/// it.
public final class LearningForecaster implements Forecaster {
  /// From so many runs on, their spread is better than a guess of it.
  private static final int ENOUGH = 5;

  private final Forecaster tryouts;
  private final ForecastBook book;

  /// @param tryouts foretells from what it tries out alone
  public LearningForecaster(Forecaster tryouts, ForecastBook book) {
    this.tryouts = tryouts;
    this.book = book;
  }

  @Override
  public List<Forecast> forecast(List<TrainingTask> tasks, JobContext context) throws IOException {
    List<Forecast> raw = tryouts.forecast(tasks, context);
    List<Forecast> forecasts = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      book.foretold(tasks.get(i), raw.get(i));
      forecasts.add(corrected(raw.get(i), book.outcomes(tasks.get(i))));
    }
    return forecasts;
  }

  /// Moves a forecast by the median of what came of earlier ones, the nearer to it the more there
  /// are: one run on other texts is no law, and one that ended early does not make the next one
  /// short. The energy goes with the time.
  static Forecast corrected(Forecast raw, List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return raw;
    }
    Range time = factors(outcomes.stream().map(Outcome::seconds).toList());
    Range memory = factors(outcomes.stream().map(Outcome::memory).toList());
    boolean enough = outcomes.size() >= ENOUGH;
    double trust = enough ? 1 : outcomes.size() / (outcomes.size() + 1.0);
    double faster = Math.pow(time.likely(), trust);
    double larger = Math.pow(memory.likely(), trust);
    return new Forecast(
        raw.method(),
        enough ? time.times(raw.seconds().likely()) : raw.seconds().towards(faster),
        enough ? memory.times(raw.memoryMb().likely()) : raw.memoryMb().towards(larger),
        raw.diskMb(),
        enough ? raw.wattHours().times(faster) : raw.wattHours().towards(faster),
        raw.metered(),
        raw.ours(),
        true);
  }

  /// Least, middle and greatest.
  private static Range factors(List<Double> ratios) {
    List<Double> sorted = ratios.stream().sorted().toList();
    int half = sorted.size() / 2;
    double middle =
        sorted.size() % 2 == 1
            ? sorted.get(half)
            : Math.sqrt(sorted.get(half - 1) * sorted.get(half));
    return new Range(sorted.getFirst(), middle, sorted.getLast());
  }
}
