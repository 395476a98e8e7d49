package org.shilpi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.Problem;

class KnobsTest {
  @Test
  void withoutOverridesTheDefaultsStand() {
    assertThat(Knobs.from(Map.of())).isEqualTo(Knobs.defaults());
  }

  @Test
  void anOverrideReplacesItsDefaultOnly() {
    var knobs = Knobs.from(Map.of("learningRate", " 2e-5 ", "patience", "7"));

    assertThat(knobs.learningRate()).isEqualTo(2e-5);
    assertThat(knobs.patience()).isEqualTo(7);
    assertThat(knobs.headLearningRate()).isEqualTo(Knobs.defaults().headLearningRate());
  }

  @Test
  void anUnknownKnobIsNamedWithTheKnownOnes() {
    assertThatThrownBy(() -> Knobs.from(Map.of("learnignRate", "1")))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.key()).isEqualTo("problem.train.knob-unknown");
              assertThat(problem.arguments().getFirst()).isEqualTo("learnignRate");
              assertThat((String) problem.arguments().getLast())
                  .contains("learningRate", "patience");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "learningRate,0,problem.train.knob-above",
    "learningRate,-1,problem.train.knob-above",
    "learningRate,NaN,problem.train.knob-above",
    "learningRate,Infinity,problem.train.knob-above",
    "learningRate,1e400,problem.train.knob-above",
    "learningRate,fast,problem.train.knob-above",
    "learningRate,0x1p-3,problem.train.knob-above",
    "weightDecay,-0.1,problem.train.knob-range",
    "dropout,1,problem.train.knob-below",
    "batchTokens,63,problem.train.knob-whole",
    "batchTokens,100.5,problem.train.knob-whole",
    "patience,99999999999,problem.train.knob-whole"
  })
  void aBadValueIsNamedWithItsRange(String name, String value, String key) {
    assertThatThrownBy(() -> Knobs.from(Map.of(name, value)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.key()).isEqualTo(key);
              assertThat(problem.arguments()).hasSize(4).startsWith(name, value);
            });
  }

  @Test
  void hindiDigitsCountToo() {
    assertThat(Knobs.from(Map.of("patience", "१२")).patience()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1,5", "1 000"})
  void whatIsNoPlainNumberIsRefused(String value) {
    assertThatThrownBy(() -> Knobs.from(Map.of("clip", value))).isInstanceOf(Problem.class);
  }
}
