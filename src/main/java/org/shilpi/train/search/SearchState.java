package org.shilpi.train.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.shilpi.project.AtomicFile;
import org.shilpi.train.TrainingSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where a search stands. Each rung climbed is on disk before the next is begun; what was not is
/// done again, and comes out the same.
///
/// @param spec what all trials share: method, passes of a whole training, seed, device and the
///   knobs that are set
/// @param fingerprint the data, see `data.Snapshot`
/// @param baseModel id of the base model
/// @param seconds spent on the rungs climbed
/// @param open seconds spent on a rung that an earlier call left in its midst. What comes next was
///   decided without them, and is decided the same again
/// @param tempo of all attempts so far
/// @param trials by number
public record SearchState(
    TrainingSpec spec,
    String fingerprint,
    String baseModel,
    double seconds,
    double open,
    Tempo tempo,
    List<Entry> trials) {

  /// @param run the run that carries the trial out
  public record Entry(Trial trial, long run) {}

  private static final Logger LOG = LoggerFactory.getLogger(SearchState.class);
  private static final JsonMapper JSON = new JsonMapper();

  public SearchState {
    Objects.requireNonNull(tempo, "a search of an older version");
    trials = List.copyOf(trials);
  }

  public static SearchState begin(TrainingSpec spec, String fingerprint, String baseModel) {
    return new SearchState(spec, fingerprint, baseModel, 0, 0, Tempo.UNKNOWN, List.of());
  }

  /// Whether the other one searches the same, so that their trials can be compared.
  public boolean continues(SearchState other) {
    return spec.equals(other.spec)
        && fingerprint.equals(other.fingerprint)
        && baseModel.equals(other.baseModel);
  }

  public List<Trial> climbed() {
    return trials.stream().map(Entry::trial).toList();
  }

  /// The run of a trial, once it has begun.
  public Optional<Long> run(Trial trial) {
    return trials.stream()
        .filter(entry -> entry.trial().number() == trial.number())
        .map(Entry::run)
        .findFirst();
  }

  /// All seconds spent so far.
  public double spent() {
    return seconds + open;
  }

  /// Time went by without a rung climbed.
  public SearchState after(double more) {
    return new SearchState(spec, fingerprint, baseModel, seconds, open + more, tempo, trials);
  }

  /// A trial has climbed a rung.
  ///
  /// @param trial as it stands now; a new one has the next number
  /// @param more seconds that it took
  /// @param shown how fast its attempt was; [Tempo#UNKNOWN] if nothing was left to do
  public SearchState with(Trial trial, long run, double more, Tempo shown) {
    List<Entry> all = new ArrayList<>(trials);
    if (trial.number() == all.size()) {
      all.add(new Entry(trial, run));
    } else {
      all.set(trial.number(), new Entry(trial, run));
    }
    Tempo known = shown.equals(Tempo.UNKNOWN) ? tempo : tempo.and(shown);
    return new SearchState(spec, fingerprint, baseModel, spent() + more, 0, known, all);
  }

  public void save(Path file) throws IOException {
    AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(this)));
  }

  /// What was saved, if it can be read. A search that cannot is begun anew: its runs are still
  /// there.
  public static Optional<SearchState> load(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), SearchState.class));
    } catch (JacksonException | IllegalArgumentException e) {
      LOG.warn("{} cannot be read, so the search begins anew", file, e);
      return Optional.empty();
    }
  }
}
