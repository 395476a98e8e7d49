package org.shilpi.train.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// Proposes where the next trial shall lie, from the trials known so far; the same for the same
/// seed and trials.
///
/// The first trial has the defaults, so that no search ends below them for want of trying; the next
/// few are drawn evenly; then most are the best of a few candidates by the quotient of two
/// densities, of the good trials and of all others, failed ones too. Good is judged at the highest
/// rung that enough trials have climbed (as in Falkner, Klein and Hutter, BOHB, 2018).
///
/// @param dimensions how many
record Proposer(int dimensions, long seed) {
  /// Trials drawn before densities say anything.
  static final int ENOUGH = 6;

  private static final int CANDIDATES = 24;

  /// Of the kernel around a trial, were there only one; more trials see sharper.
  private static final double WIDTH = 0.15;

  /// One of so many trials counts as good.
  private static final int GOOD = 4;

  /// One of so many proposals stays even, so that no corner is given up.
  private static final int EVEN = 4;

  /// @param trials those begun before, by number
  /// @return one place a dimension, 0 to 1; empty for the defaults
  List<Double> propose(List<Trial> trials) {
    int number = trials.size();
    if (number == 0) {
      return List.of();
    }
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    List<Trial> placed = trials.stream().filter(trial -> !trial.place().isEmpty()).toList();
    List<Trial> judged = judged(placed);
    if (judged.size() < ENOUGH || number % EVEN == 0) {
      return random.doubles(dimensions).boxed().toList();
    }
    List<Trial> best = judged.subList(0, Math.ceilDiv(judged.size(), GOOD));
    List<Trial> others = placed.stream().filter(trial -> !best.contains(trial)).toList();
    List<Double> place = new ArrayList<>();
    double width = WIDTH / Math.cbrt(placed.size());
    for (int i = 0; i < dimensions; i++) {
      place.add(likeliest(density(best, i, width), density(others, i, width), random));
    }
    return place;
  }

  /// Trials that have climbed the highest rung that enough have climbed, best first. The defaults
  /// have no place, so they are not among them.
  private static List<Trial> judged(List<Trial> placed) {
    int highest = placed.stream().mapToInt(Trial::rungs).max().orElse(0);
    for (int rung = highest; rung >= 1; rung--) {
      int climbed = rung;
      List<Trial> there = placed.stream().filter(trial -> trial.rungs() >= climbed).toList();
      if (there.size() >= ENOUGH) {
        return there.stream()
            .sorted(
                Comparator.<Trial>comparingDouble(trial -> trial.losses().get(climbed - 1))
                    .thenComparingInt(Trial::number))
            .toList();
      }
    }
    return List.of();
  }

  private static Density density(List<Trial> trials, int dimension, double width) {
    return new Density(
        trials.stream().mapToDouble(trial -> trial.place().get(dimension)).toArray(), width);
  }

  private static double likeliest(Density good, Density others, SplittableRandom random) {
    double best = good.draw(random);
    for (int i = 1; i < CANDIDATES; i++) {
      double other = good.draw(random);
      if (good.at(other) / others.at(other) > good.at(best) / others.at(best)) {
        best = other;
      }
    }
    return best;
  }
}
