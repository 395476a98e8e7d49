package org.shilpi.workflow;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.shilpi.job.CancelledException;
import org.shilpi.job.Problem;
import org.shilpi.store.RunStore;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingEvent.Epoch;
import org.shilpi.train.TrainingSpec;

/// The run that carries out a trial of a search.
///
/// @param fingerprint of the frozen data
record TrialRun(ProjectSession session, TrainModel verb, TrainingSpec spec, String fingerprint) {
  private static final String BROKE = "problem.train.diverged";

  /// How the best of some passes did on the validation texts.
  ///
  /// @param loss mean cross-entropy in nats, infinite where there was none
  /// @param accuracy 0 to 1, NaN where there was none
  /// @param passes done until then
  record Score(double loss, double accuracy, int passes) {
    static final Score NONE = new Score(Double.POSITIVE_INFINITY, Double.NaN, 0);
  }

  /// The run, if it was begun: the newest of these choices that belongs to no other trial. So a
  /// search finds again what it had begun when its process died, and repeats no run that is there.
  Optional<Run> find(Set<Long> taken) {
    return session.runs().stream()
        .filter(run -> run.state() != RunState.RUNNING && !taken.contains(run.id()))
        .filter(run -> run.spec().equals(spec) && run.fingerprint().equals(fingerprint))
        .filter(run -> run.baseModel().equals(session.baseModel()))
        .max(Comparator.comparingLong(Run::id));
  }

  /// Trains until the rung is climbed, the run has ended by itself, or the time is up.
  ///
  /// @param taken runs of other trials
  /// @param seconds see [org.shilpi.train.TrainingTask]
  /// @return the run's number
  /// @throws CancelledException if somebody asked for it, not for reaching the rung
  long train(Set<Long> taken, double seconds, RungContext rung, Consumer<TrainingEvent> events)
      throws IOException {
    Optional<Run> begun = find(taken);
    rung.begin(begun.map(run -> passes(run.id()).size()).orElse(0));
    try {
      if (begun.isEmpty()) {
        verb.run(fingerprint, spec, seconds, rung, events);
      } else if (begun.get().state() != RunState.DONE && !rung.climbed()) {
        verb.resume(begun.get().id(), seconds, rung, events);
      }
    } catch (CancelledException stopped) {
      if (!rung.climbed()) {
        throw stopped;
      }
    } catch (Problem problem) {
      // These knobs are bad, which is an answer too.
      if (!problem.key().equals(BROKE)) {
        throw problem;
      }
    }
    return find(taken).orElseThrow().id();
  }

  private List<Epoch> passes(long run) {
    return session.events(run).stream()
        .filter(Epoch.class::isInstance)
        .map(Epoch.class::cast)
        .toList();
  }

  /// The best of the first passes of a run.
  Score score(long id, int passes) {
    Run run = new RunStore(session.database()).find(id).orElseThrow();
    if (run.state() == RunState.FAILED) {
      return Score.NONE;
    }
    List<Epoch> all = passes(id);
    // The process may have died before it heard of a pass: what is known of the next one tells too.
    int until = Math.max(passes, all.stream().mapToInt(Epoch::epoch).min().orElse(0));
    List<Epoch> done = all.stream().filter(pass -> pass.epoch() <= until).toList();
    int last = done.stream().mapToInt(Epoch::epoch).max().orElse(0);
    return done.stream()
        .min(Comparator.comparingDouble(Epoch::validationLoss))
        .map(best -> new Score(best.validationLoss(), best.accuracy(), last))
        // Where the time was up before the first pass, the model is what it started from.
        .or(() ->
            run.result().map(end -> new Score(end.validationLoss(), end.validationAccuracy(), 0)))
        .orElse(Score.NONE);
  }
}
