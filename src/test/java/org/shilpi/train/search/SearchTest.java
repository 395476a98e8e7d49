package org.shilpi.train.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.shilpi.train.Knobs;
import org.shilpi.train.Method;
import org.shilpi.train.search.Dimension.Choice;
import org.shilpi.train.search.Dimension.Real;

class SearchTest {
  private static final Tempo TEMPO = new Tempo(2, 1, 3, 3);
  private static final SearchSpace SPACE = SearchSpace.of(Method.THOROUGH);

  @Example
  void theFirstTrialHasTheDefaults() {
    assertThat(search(1).next(List.of()).place()).isEmpty();
  }

  @Property(tries = 20)
  void theSameSeedAndTrialsGiveTheSameProposal(@ForAll long seed) {
    List<Trial> trials = played(search(seed), 25);
    assertThat(search(seed).next(trials)).isEqualTo(search(seed).next(trials));
    assertThat(played(search(seed), 25)).isEqualTo(trials);
  }

  @Property(tries = 20)
  void everyProposalIsWhatTheTrainerTakes(@ForAll long seed) {
    for (Trial trial : played(search(seed), 30)) {
      if (!trial.place().isEmpty()) {
        Knobs.of(Method.THOROUGH, SPACE.settings(trial.place()));
        SearchSpace balanced = SearchSpace.of(Method.BALANCED);
        Knobs.of(Method.BALANCED, balanced.settings(trial.place()));
      }
    }
  }

  @Property(tries = 30)
  void noTrialClimbsPastTheTopAndSomeStayBelow(@ForAll long seed) {
    List<Trial> trials = played(search(seed), 60);
    assertThat(trials).extracting(Trial::rungs).allMatch(rungs -> rungs >= 1 && rungs <= 3);
    assertThat(trials).extracting(Trial::rungs).contains(1, 3);
  }

  // The loss falls towards one corner of the space: what is learned must show against chance.
  @Example
  void laterProposalsLieNearerToTheBest() {
    double early = 0;
    double late = 0;
    for (long seed = 0; seed < 20; seed++) {
      List<Trial> trials = played(search(seed), 60);
      int half = trials.size() / 2;
      early += distance(trials.subList(1, Proposer.ENOUGH));
      late += distance(trials.subList(half, trials.size()));
    }
    assertThat(late).isLessThan(0.7 * early);
  }

  @Example
  void theLeaderCanAlwaysBeTrainedToTheEndWithinTheBudget() {
    Search search = search(3);
    List<Trial> trials = new ArrayList<>();
    double left = 100;
    Trial next = search.next(trials);
    while (search.goesOn(next, trials, left, TEMPO)) {
      left -= TEMPO.attempt(search.ladder().nextPasses(next));
      put(trials, next.climbed(loss(next)));
      next = search.next(trials);
    }
    Trial leader = Ladder.leader(trials).orElseThrow();
    left -= TEMPO.attempt(search.ladder().passesLeft(leader));
    assertThat(left).isBetween(0.0, TEMPO.attempt(8));
  }

  @Example
  void anAttemptTakesItsPassesAndWhatGoesAroundThem() {
    Tempo first = new Tempo(20, 2, 4, 1);
    assertThat(first.attempt(3)).isEqualTo(20 + 3 * 4 + 2);
    // What only the first attempt has to do is not expected of later ones; passes differ.
    Tempo both = first.and(new Tempo(5, 1, 6, 1));
    assertThat(both.attempt(2)).isEqualTo(5 + 2 * 5 + 1);
    assertThat(both.attempt(0)).isZero();
  }

  @Example
  void whereEverythingFailsItEnds() {
    Search search = search(1);
    List<Trial> trials = new ArrayList<>();
    while (search.goesOn(search.next(trials), trials, 1e9, TEMPO)) {
      put(trials, search.next(trials).climbed(Double.POSITIVE_INFINITY));
    }
    assertThat(trials).hasSize(Proposer.ENOUGH);
  }

  @Example
  void aKnobThatSomebodyHasSetIsLeftAlone() {
    assertThat(SPACE.without(Set.of("dropout")).dimensions())
        .hasSize(SPACE.dimensions().size() - 1)
        .noneMatch(dimension -> dimension.knob().equals("dropout"));
  }

  @Property
  void aValueLiesInItsRangeAndRises(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double low = Math.exp(random.nextDouble(-12, 0));
    Real real = new Real("x", low, low * random.nextDouble(1.5, 1000), random.nextBoolean());
    double from = random.nextDouble();
    double to = random.nextDouble(from, 1);
    double first = new BigDecimal(real.at(from)).doubleValue();
    double second = new BigDecimal(real.at(to)).doubleValue();
    assertThat(first).isBetween(real.low(), real.high());
    assertThat(second).isBetween(first, real.high());
  }

  @Example
  void aChoiceHasAnEqualShareForEachValue() {
    Choice choice = new Choice("x", List.of("a", "b", "c", "d"));
    assertThat(List.of(choice.at(0), choice.at(0.26), choice.at(0.74), choice.at(1)))
        .containsExactly("a", "b", "c", "d");
  }

  private static Search search(long seed) {
    return new Search(SPACE, Ladder.upTo(8), seed);
  }

  private static List<Trial> played(Search search, int steps) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      Trial next = search.next(trials);
      put(trials, next.climbed(loss(next)));
    }
    return trials;
  }

  private static void put(List<Trial> trials, Trial trial) {
    if (trial.number() == trials.size()) {
      trials.add(trial);
    } else {
      trials.set(trial.number(), trial);
    }
  }

  private static double loss(Trial trial) {
    double squares = trial.place().isEmpty() ? 1 : squares(trial);
    return squares + 1.0 / (trial.rungs() + 1);
  }

  private static double squares(Trial trial) {
    return trial.place().stream().mapToDouble(x -> (x - 0.2) * (x - 0.2)).sum();
  }

  private static double distance(List<Trial> trials) {
    return trials.stream().mapToDouble(SearchTest::squares).average().orElseThrow();
  }
}
