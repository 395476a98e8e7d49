package org.shilpi.train.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LadderTest {
  @Example
  void rungsTakeThreeTimesThePassesOfTheOneBelow() {
    assertThat(Ladder.upTo(1).passes()).containsExactly(1);
    assertThat(Ladder.upTo(2).passes()).containsExactly(2);
    assertThat(Ladder.upTo(3).passes()).containsExactly(1, 3);
    assertThat(Ladder.upTo(8).passes()).containsExactly(1, 3, 8);
    assertThat(Ladder.upTo(27).passes()).containsExactly(1, 3, 9, 27);
  }

  @Property
  void everyLadderRisesAndEndsWithTheWholeTraining(@ForAll @IntRange(min = 1, max = 500) int most) {
    List<Integer> passes = Ladder.upTo(most).passes();
    assertThat(passes).isSorted().doesNotHaveDuplicates().endsWith(most);
    assertThat(passes.getFirst()).isBetween(1, 2);
  }

  @Example
  void theBestOfThreeClimbs() {
    Ladder ladder = Ladder.upTo(9);
    List<Trial> trials = new ArrayList<>();
    trials.add(trial(0, 0.5));
    trials.add(trial(1, 0.3));
    assertThat(ladder.promoted(trials)).isEmpty();
    trials.add(trial(2, 0.4));
    assertThat(ladder.promoted(trials)).contains(trials.get(1));
    trials.set(1, trials.get(1).climbed(0.2));
    assertThat(ladder.promoted(trials)).isEmpty();
  }

  @Example
  void theHigherRungGoesFirst() {
    Ladder ladder = Ladder.upTo(9);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      trials.add(i < 3 ? trial(i, 0.1).climbed(0.1 + 0.01 * i) : trial(i, 0.2 + 0.01 * i));
    }
    assertThat(ladder.promoted(trials)).map(Trial::number).contains(0);
  }

  @Example
  void aFailedTrialNeverClimbsNorLeads() {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      trials.add(trial(i, Double.POSITIVE_INFINITY));
    }
    assertThat(Ladder.upTo(9).promoted(trials)).isEmpty();
    assertThat(Ladder.leader(trials)).isEmpty();
  }

  @Example
  void whoStandsHigherLeadsWhateverALuckyStartSays() {
    Trial high = trial(0, 0.5).climbed(0.4);
    assertThat(Ladder.leader(List.of(high, trial(1, 0.1)))).isEqualTo(Optional.of(high));
  }

  static Trial trial(int number, double loss) {
    return new Trial(number, List.of(), List.of(loss));
  }
}
