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
  /// @param secondsPerPass the longest that a pass took so far
  public boolean goesOn(Trial next, List<Trial> trials, double seconds, double secondsPerPass) {
    if (trials.isEmpty()) {
      return true;
    }
    if (trials.size() >= Proposer.ENOUGH && Ladder.leader(trials).isEmpty()) {
      return false;
    }
    int reserve = Ladder.leader(trials).map(ladder::passesLeft).orElse(ladder.passes().getLast());
    // A trial that climbs may lead itself then: either way one whole training is at most left.
    return (ladder.nextPasses(next) + reserve) * secondsPerPass <= seconds;
  }
}
