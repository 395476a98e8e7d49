package org.shilpi.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.Disk;
import org.shilpi.store.RunStore;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.search.Ladder;
import org.shilpi.train.search.Search;
import org.shilpi.train.search.SearchState;
import org.shilpi.train.search.Tempo;
import org.shilpi.train.search.Trial;
import org.shilpi.workflow.SearchKnobs.Found;
import org.shilpi.workflow.SearchKnobs.Plan;
import org.shilpi.workflow.SearchKnobs.Told;
import org.shilpi.workflow.SearchKnobs.Tried;

/// One call's part of a search: climbs rung after rung until its time is used.
///
/// @param budget seconds for the whole search, those of earlier calls included
record Pursuit(
    ProjectSession session,
    TrainModel verb,
    Search search,
    double budget,
    JobContext context,
    Consumer<Told> told) {
  /// Unfinished trials whose checkpoints are kept.
  private static final int KEPT = 5;

  /// Where no time is left, the leader still ends as what it is: 0 would set no limit.
  private static final double LEAST = 1e-3;

  Found from(SearchState begun) throws IOException {
    SearchState state = begun;
    Trial next = search.next(state.climbed());
    while (search.goesOn(next, state.climbed(), budget - state.seconds(), state.tempo())) {
      state = climb(state, next);
      if (next.number() == 0 && next.rungs() == 0 && state.tempo().passes() > 0) {
        told.accept(plan(state));
      }
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
        best, end.trials().stream().map(entry -> tried(end, entry.trial(), entry.run())).toList());
  }

  private Plan plan(SearchState state) {
    Ladder ladder = search.ladder();
    Tempo tempo = state.tempo();
    double left = budget - state.spent();
    double rest = tempo.attempt(ladder.passesLeft(state.climbed().getFirst()));
    double trial = tempo.attempt(ladder.passes().getFirst());
    double training = tempo.attempt(ladder.passes().getLast());
    return new Plan(training, trial, left, (int) Math.floor((left - rest) / trial));
  }

  /// One trial's next rung, on disk afterwards.
  private SearchState climb(SearchState state, Trial trial) throws IOException {
    TrialRun carrier = carrier(state, trial);
    int passes = search.ladder().passes().get(trial.rungs());
    double begin = now();
    RungContext rung =
        new RungContext(
            context,
            new RungContext.Rung(
                trial.number() + 1, passes, trial.rungs() + 1 == search.ladder().rungs()),
            this::now,
            () -> (state.spent() + now() - begin) / budget);
    // With a last check and a model to write, an end takes about twice as long as a pause.
    double left = Math.max(LEAST, budget - state.spent() - 2 * state.tempo().end());
    long run;
    try {
      run =
          carrier.train(
              others(state, trial),
              left,
              rung,
              event -> {
                rung.accept(event);
                // What is lost with the process after this is done again: only then it is not time
                // spent.
                if (event instanceof TrainingEvent.Checkpoint) {
                  save(state.after(now() - begin));
                }
              });
    } catch (IOException | RuntimeException stopped) {
      save(state.after(now() - begin));
      throw stopped;
    }
    Trial climbed = climbed(trial, run, carrier.score(run, passes).loss());
    SearchState after = state.with(climbed, run, now() - begin, rung.tempo());
    save(after);
    told.accept(tried(after, climbed, run));
    tidy(after);
    return after;
  }

  /// A run that has ended stands at the top, wherever it was going.
  private Trial climbed(Trial trial, long run, double loss) {
    boolean ended =
        new RunStore(session.database()).find(run).orElseThrow().state() == RunState.DONE;
    Trial climbed = trial.climbed(loss);
    while (ended && climbed.rungs() < search.ladder().rungs()) {
      climbed = climbed.climbed(loss);
    }
    return climbed;
  }

  private double now() {
    return session.clock().millis() / 1e3;
  }

  private void save(SearchState state) {
    try {
      state.save(session.paths().search());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
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
    return new Tried(run, settings(trial), score.passes(), score.loss(), score.accuracy());
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
