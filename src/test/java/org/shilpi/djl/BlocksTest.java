package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlocksTest {
  private final NDManager manager = Torch.newManager(Device.cpu());
  private Program program;

  @BeforeEach
  void compile() throws IOException {
    program = Program.compile(manager, Program.PRODUCT, "blocks", "blocks_test");
  }

  @AfterEach
  void close() {
    program.close();
    manager.close();
  }

  @Test
  void dropsEveryTenthNumberAndKeepsTheMean() {
    float[] values = dropped(1, 0.1f);

    int gone = 0;
    for (float value : values) {
      gone += value == 0 ? 1 : 0;
      assertThat(value).isIn(0f, 1 / 0.9f);
    }
    // Five standard deviations.
    assertThat((double) gone / values.length).isCloseTo(0.1, within(0.0015));
  }

  @Test
  void dropsTheSameNumbersForTheSameSeedOnly() {
    assertThat(dropped(3, 0.5f)).isEqualTo(dropped(3, 0.5f)).isNotEqualTo(dropped(4, 0.5f));
  }

  @Test
  void dropsNothingAtRateZero() {
    assertThat(dropped(1, 0)).containsOnly(1);
  }

  @Test
  void attentionOfShortTextsIsWhatLibtorchComputes() {
    Torch.seed(1);
    NDArray x = manager.randomNormal(new Shape(2, 3, 7, 4));
    NDArray mask = manager.create(new boolean[] {true, true, true, true, true, false, false});
    NDArray bias = manager.randomNormal(new Shape(2, 3, 7, 7));

    for (NDArray look : List.of(mask.reshape(1, 1, 1, 7), bias)) {
      assertThat(run("mixed", x, look))
          .containsExactly(run("mixed_by_libtorch", x, look), within(1e-6f));
    }
  }

  @Test
  void tokenThatMayLookNowhereIsStillANumber() {
    NDArray x = manager.ones(new Shape(1, 1, 2, 2));
    NDArray nowhere = manager.create(new boolean[2]).reshape(1, 1, 1, 2);

    for (float value : run("mixed", x, nowhere)) {
      assertThat(value).isFinite();
    }
  }

  @Test
  void linearLayerOfFewRowsAndOfManyIsWhatLibtorchComputes() {
    Torch.seed(2);
    NDArray weight = manager.randomNormal(new Shape(24, 16));
    NDArray bias = manager.randomNormal(new Shape(24));

    for (int texts : new int[] {1, 3, 200}) {
      NDArray x = manager.randomNormal(new Shape(texts, 7, 16));
      assertThat(linear("linear_layer", x, weight, bias))
          .containsExactly(linear("linear_layer_by_libtorch", x, weight, bias), within(1e-5f));
    }
  }

  private float[] linear(String method, NDArray x, NDArray weight, NDArray bias) {
    NDArray result = program.infer(manager, method, List.of(), x, weight, bias);
    assertThat(result.getShape()).isEqualTo(new Shape(x.getShape().get(0), 7, 24));
    return result.toFloatArray();
  }

  private float[] dropped(long seed, float rate) {
    Torch.seed(seed);
    try (NDArray result =
        program.infer(
            manager,
            "dropped",
            List.of(),
            manager.ones(new Shape(1001, 999)),
            manager.create(rate))) {
      return result.toFloatArray();
    }
  }

  private float[] run(String method, NDArray x, NDArray look) {
    Dict numbers = new Dict("C");
    numbers.put("attention_dropout", manager.create(0f));
    return program.infer(manager, method, List.of(numbers), x, look).toFloatArray();
  }
}
