package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shilpi.train.Knobs;
import org.shilpi.train.Method;

class LearningRatesTest {
  @Test
  void eachLayerLearnsMoreSlowlyThanTheOneAbove() {
    LearningRates rates = rates("learningRate", "0.08", "layerDecay", "0.5");
    assertThat(rates.of("classifier.weight")).contains(1e-3);
    assertThat(rates.of("encoder.layer.2.output.dense.weight")).contains(0.08);
    assertThat(rates.of("encoder.layer.0.output.dense.weight")).contains(0.02);
    assertThat(rates.of("encoder.layer.0.attention.self.query.lora_A.weight")).contains(0.02);
    assertThat(rates.of("embeddings.LayerNorm.bias")).contains(0.01);
  }

  @Test
  void theEmbeddingsMayLearnAtTheirOwnRate() {
    LearningRates rates = rates("embeddingLearningRate", "1e-5", "freezeWords", "false");
    assertThat(rates.of("embeddings.word_embeddings.weight")).contains(1e-5);
    assertThat(rates.of("layers.1.attn.Wqkv.weight")).contains(1e-4);
  }

  @Test
  void whatIsFrozenDoesNotLearn() {
    LearningRates rates = rates("freezeLayers", "2", "freezeEmbeddings", "true");
    assertThat(rates.of("embeddings.position_embeddings.weight")).isEmpty();
    assertThat(rates.of("encoder.layer.1.output.dense.bias")).isEmpty();
    assertThat(rates.of("encoder.layer.2.output.dense.bias")).isPresent();
    assertThat(rates().of("embeddings.word_embeddings.weight")).isEmpty();
    assertThat(rates().of("pooler.dense.weight")).isEmpty();
  }

  private static LearningRates rates(String... knobs) {
    Map<String, String> overrides = new HashMap<>();
    for (int i = 0; i < knobs.length; i += 2) {
      overrides.put(knobs[i], knobs[i + 1]);
    }
    return new LearningRates(
        Knobs.of(Method.THOROUGH, overrides),
        List.of("encoder.layer.0.output.dense.bias", "encoder.layer.2.output.dense.bias"));
  }
}
