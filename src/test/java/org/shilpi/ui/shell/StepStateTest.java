package org.shilpi.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shilpi.privacy.GateState;
import org.shilpi.text.Messages;
import org.shilpi.train.Method;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingSpec;
import org.shilpi.ui.control.StepMark;
import org.shilpi.workflow.ProjectSummary;

class StepStateTest {
  private final Messages words = new Messages("en");

  @Test
  void anEmptyProjectHasAModelAndNothingElse() {
    Map<Place, StepState> steps = steps(0, 0, Optional.empty(), Optional.empty());
    assertThat(line(steps, Place.BASE_MODEL)).isEqualTo("DONE MiniLM");
    assertThat(line(steps, Place.DATA)).isEqualTo("OPEN no texts yet");
    assertThat(line(steps, Place.LABEL)).isEqualTo("OPEN needs texts");
    assertThat(line(steps, Place.TRAIN)).isEqualTo("OPEN needs labels");
    assertThat(line(steps, Place.EVALUATE)).isEqualTo("OPEN no score yet");
  }

  @Test
  void labelingIsInProgressUntilAllTextsHaveALabel() {
    Map<Place, StepState> steps = steps(1840, 412, Optional.empty(), Optional.empty());
    assertThat(line(steps, Place.DATA)).isEqualTo("ATTENTION 1 to settle");
    assertThat(line(steps, Place.LABEL)).isEqualTo("IN_PROGRESS 412 of 1,840");
    assertThat(line(steps(999, 1, Optional.empty(), Optional.empty()), Place.DATA))
        .isEqualTo("DONE 999 texts");
    assertThat(line(steps(1, 1, Optional.empty(), Optional.empty()), Place.LABEL))
        .isEqualTo("DONE 1 label");
  }

  @Test
  void whatTheTextsGiveAwayComesBeforeEverythingElse() {
    assertThat(line(steps(7, 1, Optional.empty(), Optional.empty()), Place.DATA))
        .isEqualTo("ATTENTION 12 to hide");
  }

  @Test
  void anInterruptedRunNeedsAttention() {
    assertThat(line(steps(9, 9, Optional.of(RunState.INTERRUPTED), Optional.empty()), Place.TRAIN))
        .isEqualTo("ATTENTION run 5 interrupted");
    assertThat(line(steps(9, 9, Optional.of(RunState.DONE), Optional.empty()), Place.TRAIN))
        .isEqualTo("DONE run 5");
  }

  @Test
  void aScoreIsSaidInHundreds() {
    Map<Place, StepState> steps = steps(9, 9, Optional.of(RunState.DONE), Optional.of(0.918));
    assertThat(line(steps, Place.EVALUATE)).isEqualTo("DONE 91.8 % right");
  }

  private String line(Map<Place, StepState> steps, Place place) {
    StepState state = steps.get(place);
    return state == null ? "none" : state.mark() + " " + state.line(words);
  }

  private static Map<Place, StepState> steps(
      int texts, int labeled, Optional<RunState> run, Optional<Double> accuracy) {
    Optional<Run> latest =
        run.map(state ->
            new Run(
                5,
                TrainingSpec.of(Method.QUICK),
                "",
                "minilm-l6-v2",
                state,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty()));
    assertThat(StepMark.values()).hasSize(4);
    return StepState.of(
        new ProjectSummary(
            "p",
            "classify",
            "minilm-l6-v2",
            texts,
            labeled,
            0,
            4,
            texts / 1000,
            texts == 7 ? GateState.BLOCKED : GateState.PASSED,
            texts == 7 ? 12 : 0,
            latest,
            accuracy),
        "MiniLM");
  }
}
