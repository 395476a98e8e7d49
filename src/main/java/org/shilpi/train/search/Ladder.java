package org.shilpi.train.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The rungs of successive halving: how many passes each takes, and who climbs next.
///
/// @param passes in all by the end of each rung, rising
public record Ladder(List<Integer> passes) {
  /// One of so many goes on to the next rung, which takes so many times the passes.
  static final int FACTOR = 3;

  public Ladder {
    passes = List.copyOf(passes);
  }

  /// @param most passes of a whole training, at least 1
  public static Ladder upTo(int most) {
    List<Integer> passes = new ArrayList<>();
    for (int rung = most; rung > 1; rung = Math.ceilDiv(rung, FACTOR)) {
      passes.addFirst(rung);
    }
    if (most == 1 || passes.getFirst() >= FACTOR) {
      passes.addFirst(1);
    }
    return new Ladder(passes);
  }

  public int rungs() {
    return passes.size();
  }

  /// Passes that a trial has to do to climb its next rung.
  public int nextPasses(Trial trial) {
    int before = trial.rungs() == 0 ? 0 : passes.get(trial.rungs() - 1);
    return passes.get(trial.rungs()) - before;
  }

  /// Passes that are left until a trial has done them all.
  public int passesLeft(Trial trial) {
    return passes.getLast() - (trial.rungs() == 0 ? 0 : passes.get(trial.rungs() - 1));
  }

  /// A trial that has earned its next rung: it is among the best third of those that have climbed
  /// the rung where it stands. The highest such rung counts first.
  public Optional<Trial> promoted(List<Trial> trials) {
    for (int rung = rungs() - 1; rung >= 1; rung--) {
      int climbed = rung;
      List<Trial> ranked =
          trials.stream()
              .filter(trial -> trial.rungs() >= climbed)
              .sorted(
                  Comparator.<Trial>comparingDouble(trial -> trial.losses().get(climbed - 1))
                      .thenComparingInt(Trial::number))
              .toList();
      Optional<Trial> next =
          ranked.subList(0, ranked.size() / FACTOR).stream()
              .filter(trial -> trial.rungs() == climbed && !trial.failed())
              .findFirst();
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  /// The trial that stands highest, the least loss among equals; none if all have failed.
  public static Optional<Trial> leader(List<Trial> trials) {
    return ranked(trials).stream().findFirst();
  }

  /// Trials that have climbed and not failed, the best first.
  ///
  /// A trial of few passes is not compared with one of many: of a lucky start little is known.
  public static List<Trial> ranked(List<Trial> trials) {
    return trials.stream()
        .filter(trial -> trial.rungs() > 0 && !trial.failed())
        .sorted(
            Comparator.<Trial>comparingInt(trial -> -trial.rungs())
                .thenComparingDouble(Trial::loss)
                .thenComparingInt(Trial::number))
        .toList();
  }
}
