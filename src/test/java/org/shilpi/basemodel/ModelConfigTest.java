package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.Problem;

class ModelConfigTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"seqcls", "tokcls"})
  void readsOldAndNewConfigurationsAlike(String golden) throws IOException {
    Path source = TinyBert.golden(golden);
    ModelConfig hub = ModelConfig.read(source);
    Files.copy(source.resolve("config.v5.json"), folder.resolve("config.json"));
    ModelConfig newest = ModelConfig.read(folder);

    assertThat(newest).isEqualTo(hub);
    assertThat(hub.hiddenSize()).isEqualTo(32);
    assertThat(hub.layers()).isEqualTo(2);
    assertThat(hub.heads()).isEqualTo(4);
    assertThat(hub.activation()).isEqualTo(Activation.GELU);
    assertThat(hub.layerNormEpsilon()).isEqualTo(1e-12);
    assertThat(hub.labels()).hasSize(golden.equals("seqcls") ? 4 : 5);
    assertThat(hub.problemType().isPresent()).isEqualTo(golden.equals("seqcls"));
  }

  @Test
  void fillsInWhatTheLibraryFillsIn() throws IOException {
    ModelConfig config = read("");
    assertThat(config.layerNormEpsilon()).isEqualTo(1e-12);
    assertThat(config.hiddenDropout()).isEqualTo(0.1);
    assertThat(config.classifierDropout()).isEqualTo(0.1);
    assertThat(config.labels()).isEmpty();
    assertThat(read(", \"hidden_dropout_prob\": 0.3").classifierDropout()).isEqualTo(0.3);
    assertThat(read(", \"num_labels\": 2").labels()).containsExactly("LABEL_0", "LABEL_1");
  }

  @ParameterizedTest
  @CsvSource({
    "gelu, GELU",
    "gelu_new, GELU_TANH",
    "gelu_pytorch_tanh, GELU_TANH",
    "relu, RELU",
    "silu, SILU"
  })
  void knowsTheActivations(String name, Activation activation) throws IOException {
    String json = TinyBert.CONFIG.replace("\"gelu\"", "\"" + name + "\"");
    Files.writeString(folder.resolve("config.json"), json);
    assertThat(ModelConfig.read(folder).activation()).isEqualTo(activation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"use_cache\": true",
        "\"num_beams\": 1",
        "\"position_embedding_type\": \"absolute\"",
        "\"is_decoder\": false",
        "\"pruned_heads\": {}",
        "\"quantization_config\": null",
        "\"_name_or_path\": \"x\""
      })
  void passesOverWhatChangesNothing(String option) throws IOException {
    assertThat(read(", " + option).layers()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "position_embedding_type": "relative_key"         | option  | position_embedding_type
          "is_decoder": true                                | option  | is_decoder
          "pruned_heads": {"0": [1]}                        | option  | pruned_heads
          "auto_map": {"AutoModel": "evil.Model"}           | option  | auto_map
          "quantization_config": {"bits": 4}                | option  | quantization_config
          "rope_theta": 10000                               | option  | rope_theta
          "layer_norm_eps": -1                              | value   | layer_norm_eps
          "hidden_dropout_prob": 1                          | value   | hidden_dropout_prob
          "hidden_dropout_prob": "much"                     | value   | hidden_dropout_prob
          "pad_token_id": 7                                 | value   | pad_token_id
          "problem_type": "poetry"                          | value   | problem_type
          "num_labels": 0                                   | value   | num_labels
          "id2label": {"0": "a", "2": "b"}                  | value   | id2label
          "id2label": {"0": "a", "1": "a"}                  | value   | id2label
          "id2label": {"0": "a"}, "label2id": {"a": 1}      | value   | label2id
          "id2label": {"0": "a"}, "num_labels": 2           | value   | num_labels
          """)
  void refusesByNameWhatItWouldNotHonour(String option, String problem, String name)
      throws IOException {
    Files.writeString(folder.resolve("config.json"), with(", " + option));
    refused("problem.basemodel.config." + problem, name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "bert"     | "gpt2"       | family  | gpt2
          "bert"     | 7            | family  | 7
          "gelu"     | "mish"       | value   | hidden_act
          : 8        | : 9          | value   | num_attention_heads
          : 8        | : -8         | value   | hidden_size
          : 8        | : 8.5        | value   | hidden_size
          : 8        | : 1000000000 | value   | hidden_size
          : 8        | : null       | missing | hidden_size
          "vocab_size" | "size"     | missing | vocab_size
          """)
  void refusesImpossibleArchitectures(String old, String other, String problem, String name)
      throws IOException {
    Files.writeString(folder.resolve("config.json"), TinyBert.CONFIG.replace(old, other));
    refused("problem.basemodel.config." + problem, name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{} {}", "{\"model_type\": \"bert\", \"model_type\": 1}"})
  void refusesWhatIsNotOneSoundObject(String json) throws IOException {
    Files.writeString(folder.resolve("config.json"), json);
    refused("problem.basemodel.json", "config.json");
  }

  private void refused(String key, String name) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> ModelConfig.read(folder))
        .satisfies(refusal -> {
          assertThat(refusal.key()).isEqualTo(key);
          assertThat(refusal.arguments()).first().isEqualTo(name);
        });
  }

  private ModelConfig read(String more) throws IOException {
    Files.writeString(folder.resolve("config.json"), with(more));
    return ModelConfig.read(folder);
  }

  private static String with(String more) {
    return TinyBert.CONFIG.strip().replaceFirst("}$", more.replace("\\", "\\\\") + "}");
  }
}
