package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilpi.djl.Goldens.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecomputationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"albert", "bert", "deberta_v2", "distilbert", "electra", "modernbert", "mpnet"})
  void leavesTheGradientsOfAStepThatKeepsEverything(String family) throws IOException {
    try (GoldenModel model = new GoldenModel(family + "/seqcls", Device.cpu())) {
      model.weights().arrays().values().forEach(weight -> weight.setRequiresGradient(true));
      double loss = model.step(0);
      FloatBuffer kept = gradients(model);
      clear(model);
      model.set("recompute", 1);
      assertThat(model.step(0)).isCloseTo(loss, within(1e-6));
      FloatBuffer anew = gradients(model);
      assertThat(anew.remaining()).isEqualTo(kept.remaining());
      double largest = 0;
      while (kept.hasRemaining()) {
        double gradient = kept.get();
        largest = Math.max(largest, Math.abs(gradient));
        assertThat((double) anew.get()).isCloseTo(gradient, within(1e-5));
      }
      assertThat(largest).isGreaterThan(1e-2);
    }
  }

  /// Along the gradient g the loss must grow by |g|² a unit; with masks drawn anew it would not.
  @Test
  void dropsTheSameOnTheWayBack() throws IOException {
    try (GoldenModel model = new GoldenModel("bert/seqcls", Device.cpu())) {
      model.set("recompute", 1);
      model.set("attention_dropout", 0.1);
      NDArray weight = model.weights().get("encoder.layer.0.intermediate.dense.weight");
      weight.setRequiresGradient(true);
      Torch.seed(11);
      model.step(0.2);
      float[] gradient;
      try (NDArray g = weight.getGradient()) {
        gradient = g.toFloatArray();
      }
      weight.setRequiresGradient(false);
      double squares = 0;
      for (float g : gradient) {
        squares += (double) g * g;
      }
      float[] start = weight.toFloatArray();
      double pace = 0.02 / Math.sqrt(squares);
      double up = lossAt(model, weight, start, gradient, pace);
      double down = lossAt(model, weight, start, gradient, -pace);
      assertThat((up - down) / (2 * pace)).isCloseTo(squares, within(0.02 * squares));
    }
  }

  private static double lossAt(
      GoldenModel model, NDArray weight, float[] start, float[] along, double pace) {
    float[] moved = start.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (pace * along[i]);
    }
    Weights.fill(weight, FloatBuffer.wrap(moved));
    Torch.seed(11);
    return model.step(0.2);
  }

  /// Of all weights, one after the other.
  private static FloatBuffer gradients(GoldenModel model) {
    FloatBuffer gradients = FloatBuffer.allocate(1 << 20);
    for (NDArray weight : model.weights().arrays().values()) {
      try (NDArray gradient = weight.getGradient()) {
        gradients.put(gradient.toFloatArray());
      }
    }
    return gradients.flip();
  }

  private static void clear(GoldenModel model) {
    model
        .weights()
        .arrays()
        .values()
        .forEach(weight -> {
          try (NDArray gradient = weight.getGradient()) {
            Weights.fill(gradient, FloatBuffer.wrap(new float[(int) gradient.size()]));
          }
        });
  }
}
