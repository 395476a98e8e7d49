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
    assertThat(Knobs.of(Method.THOROUGH, Map.of())).isEqualTo(Knobs.defaults(Method.THOROUGH));
  }

  @Test
  void anOverrideReplacesItsDefaultOnly() {
    var knobs = Knobs.of(Method.THOROUGH, Map.of("learningRate", " 2e-5 ", "patience", "7"));

    assertThat(knobs.rates().base()).isEqualTo(2e-5);
    assertThat(knobs.limits().patience()).isEqualTo(7);
    assertThat(knobs.rates().head()).isEqualTo(Knobs.defaults(Method.THOROUGH).rates().head());
  }

  @Test
  void anUnknownKnobIsNamedWithTheKnownOnes() {
    assertThatThrownBy(() -> Knobs.of(Method.THOROUGH, Map.of("learnignRate", "1")))
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
    assertThatThrownBy(() -> Knobs.of(Method.THOROUGH, Map.of(name, value)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.key()).isEqualTo(key);
              assertThat(problem.arguments()).hasSize(4).startsWith(name, value);
            });
  }

  @Test
  void wordsAreChosenFromAList() {
    var knobs = Knobs.of(Method.THOROUGH, Map.of("schedule", "Cosine", "freezeWords", "false"));

    assertThat(knobs.pacing().shape()).isEqualTo(Knobs.Pacing.Shape.COSINE);
    assertThat(knobs.freezing().words()).isFalse();
    assertThatThrownBy(() -> Knobs.of(Method.THOROUGH, Map.of("schedule", "zigzag")))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.arguments())
                    .containsExactly("schedule", "zigzag", "linear, cosine, constant"));
  }

  @Test
  void theEmbeddingsFollowTheBaseUnlessTheyHaveARateOfTheirOwn() {
    var rates = Knobs.of(Method.THOROUGH, Map.of("learningRate", "2e-5")).rates();

    assertThat(rates.embeddings()).isEqualTo(2e-5);
  }

  @Test
  void adaptersLearnFasterThanWholeLayers() {
    assertThat(Knobs.defaults(Method.BALANCED).rates().base())
        .isGreaterThan(Knobs.defaults(Method.THOROUGH).rates().base());
  }

  @Test
  void everyStandardIsAValueThatMayBeWritten() {
    for (Method method : Method.values()) {
      assertThat(Knobs.of(method, Knobs.standards(method))).isEqualTo(Knobs.defaults(method));
    }
  }

  @Test
  void theLengthFollowsTheDataUnlessItIsSet() {
    assertThat(Knobs.of(Method.QUICK, Map.of("maxLength", "AUTO")).reading().maxLength()).isEmpty();
    assertThat(Knobs.of(Method.QUICK, Map.of("maxLength", "99")).reading().maxLength())
        .hasValue(99);
    assertThatThrownBy(() -> Knobs.of(Method.QUICK, Map.of("maxLength", "long")))
        .isInstanceOf(Problem.class);
  }

  @Test
  void hindiDigitsCountToo() {
    assertThat(Knobs.of(Method.THOROUGH, Map.of("patience", "१२")).limits().patience())
        .isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1,5", "1 000"})
  void whatIsNoPlainNumberIsRefused(String value) {
    assertThatThrownBy(() -> Knobs.of(Method.THOROUGH, Map.of("clip", value)))
        .isInstanceOf(Problem.class);
  }
}
