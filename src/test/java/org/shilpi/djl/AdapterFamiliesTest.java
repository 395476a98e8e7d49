package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.train.Knobs.Lora.Targets;

class AdapterFamiliesTest {
  /// The last number: layers of the tiny model's attention that have an adapter.
  @ParameterizedTest
  @CsvSource({
    "albert, 2",
    "bert, 4",
    "deberta_v2, 4",
    "deberta_v3, 4",
    "distilbert, 4",
    "electra, 4",
    "modernbert, 4",
    "mpnet, 4",
    "roberta, 4",
    "xlm_roberta, 4"
  })
  void everyLayerWithAnAdapterUsesIt(String family, int attention) throws IOException {
    try (GoldenModel model = new GoldenModel(family + "/seqcls", Device.cpu())) {
      Dict weights = model.weights();
      assertThat(LoraTargets.of(weights, Targets.ATTENTION)).hasSize(attention);
      List<String> modules = LoraTargets.of(weights, Targets.ALL);
      AdapterConfig config = new AdapterConfig(2, 1, 0);
      Adapter adapter = Adapter.fresh(weights, modules, config, 3, model.manager());
      float[] before = model.infer("encode").toFloatArray();
      Random random = new Random(4);
      for (String module : modules) {
        NDArray b = weights.get(module + Adapter.B);
        fill(b, random);
        assertThat(model.infer("encode").toFloatArray()).as(module).isNotEqualTo(before);
        fill(b, null);
      }
      modules.forEach(module -> fill(weights.get(module + Adapter.B), random));
      NDArray beside = model.infer("encode");
      adapter.merge();
      NDArray merged = model.infer("encode");
      assertThat(merged.sub(beside).abs().max().getFloat()).isLessThan(1e-4f);
    }
  }

  private static void fill(NDArray array, @Nullable Random random) {
    FloatBuffer values = FloatBuffer.allocate((int) array.size());
    while (values.hasRemaining()) {
      values.put(random == null ? 0 : random.nextFloat() / 10);
    }
    Weights.fill(array, values.flip());
  }
}
