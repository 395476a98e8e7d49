package org.shilpi.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shilpi.job.Problem;
import org.shilpi.train.Method;

class TrainingChoiceTest {
  private final TrainingChoice deep = TrainingChoice.standard().with(Method.THOROUGH);

  @Test
  void whatIsTypedBecomesTheSpec() {
    var spec = deep.with("passes", " 3 ").with("seed", "7").with("learningRate", "2e-5").spec();
    assertThat(spec.epochs()).isEqualTo(3);
    assertThat(spec.seed()).isEqualTo(7);
    assertThat(spec.knobs()).isEqualTo(Map.of("learningRate", "2e-5"));
  }

  @Test
  void anEmptiedFieldGoesBackToTheDefault() {
    assertThat(deep.with("dropout", "0.3").with("dropout", " ").knobs()).isEmpty();
  }

  @Test
  void aBadKnobIsNamedWithItsRange() {
    assertThat(deep.with("dropout", "1.5").problem())
        .map(Problem::key)
        .hasValue("problem.train.knob-below");
    assertThat(deep.with("passes", "many").problem())
        .map(Problem::key)
        .hasValue("problem.train.whole");
    assertThat(deep.with("seed", "-1").problem()).isPresent();
  }

  @Test
  void quickMindsNoPasses() {
    assertThat(TrainingChoice.standard().with("passes", "many").problem()).isEmpty();
  }
}
