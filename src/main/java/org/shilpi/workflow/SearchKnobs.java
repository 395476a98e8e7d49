package org.shilpi.workflow;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.Disk;
import org.shilpi.store.RunStore;
import org.shilpi.train.Run;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.search.Ladder;
import org.shilpi.train.search.Search;
import org.shilpi.train.search.SearchSpace;
import org.shilpi.train.search.SearchState;
import org.shilpi.train.search.Trial;

/// Searches good knobs for a method within a time: see `train.search` for what is tried and how it
/// is judged.
///
/// Each trial is a run of the project, trained with the whole training in view and stopped at the
/// end of its rung; where it earns the next one, it goes on from its checkpoint. So no pass is done
/// twice, and a stopped trial can still be trained to the end by hand. Only the checkpoints of the
/// few best are kept: another trial that climbs after all begins again, and comes out the same.
public final class SearchKnobs {
  /// Unfinished trials whose checkpoints are kept.
  private static final int KEPT = 5;

  /// What the search knows of a trial.
  ///
  /// @param run its run
  /// @param settings the knobs that were searched; empty for the defaults
  /// @param passes done of it
  /// @param loss of its best pass on the validation texts, in nats; infinite where it failed
  /// @param accuracy of that pass, 0 to 1; NaN where it failed
  public record Tried(
      long run, Map<String, String> settings, int passes, double loss, double accuracy) {}

  /// @param best the run that did best on the validation texts, trained to the end
  /// @param trials by number
  public record Found(Run best, List<Tried> trials) {}

  private final ProjectSession session;
  private final TrainModel verb;

  public SearchKnobs(ProjectSession session, Catalogue catalogue, Trainer trainer) {
    this.session = session;
    this.verb = new TrainModel(session, catalogue, trainer);
  }

  /// Searches; goes on with the project's newest search if that was for the same on the same data.
  ///
  /// @param spec what all trials share; a knob set in it is not searched
  /// @param budget for the whole search, all attempts and the best run's training to the end
  ///   included, as far as can be told beforehand
  /// @param told after each rung
  /// @throws Problem if there is nothing to search, too little to learn from, or every trial failed
  /// @throws CancelledException if somebody asked it to stop; the same call goes on
  public Found run(TrainingSpec spec, Duration budget, JobContext context, Consumer<Tried> told)
      throws IOException {
    SearchSpace space = SearchSpace.of(spec.method()).without(spec.knobs().keySet());
    if (space.dimensions().isEmpty()) {
      throw Problem.of("problem.train.search-nothing", spec.method().id());
    }
    Search search = new Search(space, Ladder.upTo(spec.epochs()), spec.seed());
    SearchState fresh =
        SearchState.begin(spec, new FreezeData(session).run().fingerprint(), session.baseModel());
    SearchState begun =
        SearchState.load(session.paths().search()).filter(fresh::continues).orElse(fresh);
    return new Pursuit(search, budget.toMillis() / 1e3, context, told).from(begun);
  }

  /// One call's part of a search.
  private final class Pursuit {
    private final Search search;
    private final double budget;
    private final JobContext context;
    private final Consumer<Tried> told;

    Pursuit(Search search, double budget, JobContext context, Consumer<Tried> told) {
      this.search = search;
      this.budget = budget;
      this.context = context;
      this.told = told;
    }

    Found from(SearchState begun) throws IOException {
      SearchState state = begun;
      Trial next = search.next(state.climbed());
      while (search.goesOn(
          next, state.climbed(), budget - state.seconds(), state.secondsPerPass())) {
        state = climb(state, next);
        next = search.next(state.climbed());
      }
      Optional<Trial> leader = Ladder.leader(state.climbed());
      while (leader.isPresent() && leader.get().rungs() < search.ladder().rungs()) {
        state = climb(state, leader.get());
        leader = Ladder.leader(state.climbed());
      }
      SearchState end = state;
      Run best =
          leader
              .flatMap(end::run)
              .flatMap(id -> new RunStore(session.database()).find(id))
              .orElseThrow(() -> Problem.of("problem.train.search-failed"));
      return new Found(
          best,
          end.trials().stream().map(entry -> tried(end, entry.trial(), entry.run())).toList());
    }

    /// One trial's next rung, on disk afterwards.
    private SearchState climb(SearchState state, Trial trial) throws IOException {
      TrialRun carrier = carrier(state, trial);
      int passes = search.ladder().passes().get(trial.rungs());
      long begin = session.clock().millis();
      RungContext rung =
          new RungContext(
              context,
              () -> Math.min(1, (state.seconds() + since(begin)) / budget),
              trial.number() + 1,
              passes,
              trial.rungs() + 1 == search.ladder().rungs());
      long run;
      try {
        run = carrier.train(others(state, trial), rung);
      } catch (IOException | RuntimeException stopped) {
        state.after(since(begin)).save(session.paths().search());
        throw stopped;
      }
      Trial climbed = trial.climbed(carrier.score(run, passes).loss());
      SearchState after = state.with(climbed, run, search.ladder().nextPasses(trial), since(begin));
      after.save(session.paths().search());
      told.accept(tried(after, climbed, run));
      tidy(after);
      return after;
    }

    private double since(long begin) {
      return (session.clock().millis() - begin) / 1e3;
    }

    private TrialRun carrier(SearchState state, Trial trial) {
      TrainingSpec shared = state.spec();
      Map<String, String> knobs = new HashMap<>(shared.knobs());
      // Else every trial that comes to its end would learn twice; what is compared is the first.
      knobs.putIfAbsent("fewShot", "never");
      knobs.putAll(settings(trial));
      return new TrialRun(
          session,
          verb,
          new TrainingSpec(shared.method(), shared.epochs(), shared.seed(), shared.device(), knobs),
          state.fingerprint());
    }

    private Map<String, String> settings(Trial trial) {
      return trial.place().isEmpty() ? Map.of() : search.space().settings(trial.place());
    }

    private Tried tried(SearchState state, Trial trial, long run) {
      int passes = search.ladder().passes().get(trial.rungs() - 1);
      TrialRun.Score score = carrier(state, trial).score(run, passes);
      return new Tried(run, settings(trial), passes, score.loss(), score.accuracy());
    }

    private static Set<Long> others(SearchState state, Trial trial) {
      Set<Long> runs = new HashSet<>();
      state.trials().stream()
          .filter(entry -> entry.trial().number() != trial.number())
          .forEach(entry -> runs.add(entry.run()));
      return runs;
    }

    /// Frees the disk of checkpoints that will hardly be wanted.
    private void tidy(SearchState state) throws IOException {
      List<Trial> unfinished =
          Ladder.ranked(state.climbed()).stream()
              .filter(trial -> trial.rungs() < search.ladder().rungs())
              .toList();
      for (Trial trial : unfinished.subList(Math.min(KEPT, unfinished.size()), unfinished.size())) {
        Disk.delete(session.paths().runDraft(state.run(trial).orElseThrow()));
      }
    }
  }
}
