package org.shilpi.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shilpi.project.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What forecasts said and what runs really took, on this machine: a JSON file that several
/// processes may share. What it has learned is a help and no more, so a damaged file is begun anew.
public final class ForecastBook {
  /// What was foretold and what came, as ratios of the one to the other.
  ///
  /// @param seconds above 1 where the run took longer than foretold
  /// @param memory above 1 where it needed more
  public record Outcome(double seconds, double memory) {}

  /// @param open forecasts, uncorrected, by training: most likely seconds and MiB
  /// @param outcomes by method, base model and device, the newest last
  private record Pages(Map<String, Outcome> open, Map<String, List<Outcome>> outcomes) {}

  private static final Logger LOG = LoggerFactory.getLogger(ForecastBook.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_OPEN = 100;
  private static final int MOST_OUTCOMES = 20;

  private final Path file;

  public ForecastBook(Path file) {
    this.file = file;
  }

  /// Remembers a forecast until its training has run; not one from a crowded machine, of which
  /// nothing can be learned about the next.
  synchronized void foretold(TrainingTask task, Forecast raw) throws IOException {
    Pages pages = read();
    pages.open.remove(training(task));
    if (!raw.crowded()) {
      pages.open.put(training(task), new Outcome(raw.seconds().likely(), raw.memoryMb().likely()));
    }
    while (pages.open.size() > MOST_OPEN) {
      pages.open.remove(pages.open.keySet().iterator().next());
    }
    write(pages);
  }

  /// Compares what a training took with its forecast, if there was one.
  synchronized void happened(TrainingTask task, TrainingResult result) throws IOException {
    Pages pages = read();
    Outcome foretold = pages.open.remove(training(task));
    if (foretold == null || foretold.seconds <= 0 || foretold.memory <= 0) {
      return;
    }
    List<Outcome> outcomes = new ArrayList<>(pages.outcomes.getOrDefault(kind(task), List.of()));
    outcomes.add(
        new Outcome(result.seconds() / foretold.seconds, result.peakRssMb() / foretold.memory));
    pages.outcomes.put(
        kind(task),
        outcomes.subList(Math.max(0, outcomes.size() - MOST_OUTCOMES), outcomes.size()));
    write(pages);
  }

  /// What came of earlier forecasts for the same method, base model and device, the newest last.
  synchronized List<Outcome> outcomes(TrainingTask task) throws IOException {
    return read().outcomes.getOrDefault(kind(task), List.of());
  }

  private static String kind(TrainingTask task) {
    return String.join(
        "|",
        task.spec().method().id(),
        String.valueOf(task.baseModel().getFileName()),
        task.spec().device());
  }

  private static String training(TrainingTask task) {
    return kind(task)
        + "|"
        + task.snapshot().getFileName()
        + "|"
        + task.spec().epochs()
        + "|"
        + task.spec().seed()
        + "|"
        + new TreeMap<>(task.spec().knobs());
  }

  private Pages read() throws IOException {
    try {
      if (Files.exists(file)) {
        Pages pages = JSON.readValue(Files.readAllBytes(file), Pages.class);
        return new Pages(new LinkedHashMap<>(pages.open), new LinkedHashMap<>(pages.outcomes));
      }
    } catch (JacksonException | NullPointerException e) {
      LOG.warn("{} is damaged and is begun anew: {}", file, e.toString());
    }
    return new Pages(new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  private void write(Pages pages) throws IOException {
    AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(pages)));
  }
}
