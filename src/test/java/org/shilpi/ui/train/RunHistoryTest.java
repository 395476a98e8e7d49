package org.shilpi.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingEvent.Checkpoint;
import org.shilpi.train.TrainingEvent.Epoch;
import org.shilpi.train.TrainingEvent.Step;

class RunHistoryTest {
  @Test
  void aResumedRunTellsItsLaterStepsOnce() {
    RunHistory history =
        RunHistory.of(List.of(step(1, 3.0), step(2, 2.0), new Checkpoint(1), step(3, 1.0)))
            .with(List.of(step(2, 2.5), step(3, 1.5)));
    assertThat(history.steps()).extracting(Step::loss).containsExactly(3.0, 2.5, 1.5);
    assertThat(history.checkpoint()).isEqualTo(1);
  }

  @Test
  void onePassWithoutGainIsNoMemorising() {
    RunHistory two = RunHistory.of(List.of(pass(1, 0.9, 0.8, true), pass(2, 0.6, 0.85, false)));
    assertThat(two.memorising()).isFalse();
    assertThat(two.with(List.of(pass(3, 0.4, 0.9, false))).memorising()).isTrue();
  }

  @Test
  void aNewBestPassEndsTheAlarm() {
    RunHistory history =
        RunHistory.of(
            List.of(
                pass(1, 0.9, 0.8, true),
                pass(2, 0.6, 0.85, false),
                pass(3, 0.4, 0.9, false),
                pass(4, 0.3, 0.7, true)));
    assertThat(history.memorising()).isFalse();
    assertThat(history.best()).map(Epoch::epoch).hasValue(4);
  }

  @Test
  void learningIsThinnedToMeansOfEqualPieces() {
    List<TrainingEvent> events = new ArrayList<>();
    for (int i = 1; i <= 1_000; i++) {
      events.add(step(i, i % 2));
    }
    List<double[]> points = RunHistory.of(events).learning(50);
    assertThat(points).hasSize(50);
    assertThat(points).allSatisfy(point -> assertThat(point[1]).isEqualTo(0.5));
    assertThat(points.getLast()[0]).isEqualTo(100.0);
  }

  private static Step step(long number, double loss) {
    return new Step(number, 1_000, number / 10.0, loss, 5e-5, 20);
  }

  private static Epoch pass(int number, double learning, double keptBack, boolean best) {
    return new Epoch(number, learning, keptBack, 0.8, best);
  }
}
