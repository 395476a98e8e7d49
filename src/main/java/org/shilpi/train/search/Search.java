package org.shilpi.train.search;

import java.util.List;
import java.util.Optional;

/// A search: its settings in question, its rungs, and its seed. Knows what to do next from the
/// trials alone, so whoever keeps those can stop and go on at any time.
public record Search(SearchSpace space, Ladder ladder, long seed) {

  /// The trial that works next: one that has earned its next rung, or else a new one.
  ///
  /// @param trials all so far, by number, each with the rungs it has climbed
  public Trial next(List<Trial> trials) {
    Optional<Trial> promoted = ladder.promoted(trials);
    if (promoted.isPresent()) {
      return promoted.get();
    }
    Proposer proposer = new Proposer(space.dimensions().size(), seed);
    return new Trial(trials.size(), proposer.propose(trials), List.of());
  }

  /// Whether there is time for a trial's next rung, so that afterwards whoever leads can still be
  /// trained to the end. The first trial always has time; after a few that all failed no further
  /// one has.
  ///
  /// @param seconds left of the budget
  /// @param tempo of the attempts so far
  public boolean goesOn(Trial next, List<Trial> trials, double seconds, Tempo tempo) {
    if (trials.isEmpty()) {
      return true;
    }
    Optional<Trial> leader = Ladder.leader(trials);
    if (trials.size() >= Proposer.ENOUGH && leader.isEmpty()) {
      return false;
    }
    return tempo.attempt(ladder.nextPasses(next)) + tempo.attempt(reserve(next, leader)) <= seconds;
  }

  /// Passes until whoever leads after the next rung is trained to the end. Whoever climbs to the
  /// leader's rung and takes the lead there has no more of them left than the leader before.
  private int reserve(Trial next, Optional<Trial> leader) {
    return leader.isEmpty() || leader.get().number() == next.number()
        ? ladder.passesLeft(next) - ladder.nextPasses(next)
        : ladder.passesLeft(leader.get());
  }
}
