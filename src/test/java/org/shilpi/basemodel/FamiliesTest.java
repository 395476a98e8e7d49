package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.Problem;

/// Configurations and tables of contents of every family, as hubs have them and as the newest
/// library writes them.
class FamiliesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "albert/seqcls",
        "albert/tokcls",
        "bert/seqcls",
        "bert/tokcls",
        "deberta_v2/seqcls",
        "deberta_v2/tokcls",
        "deberta_v3/seqcls",
        "deberta_v3/tokcls",
        "distilbert/seqcls",
        "distilbert/tokcls",
        "electra/seqcls",
        "electra/tokcls",
        "modernbert/seqcls",
        "modernbert/tokcls",
        "mpnet/seqcls",
        "mpnet/tokcls",
        "roberta/seqcls",
        "roberta/tokcls",
        "xlm_roberta/seqcls",
        "xlm_roberta/tokcls"
      })
  void readsEveryFamilyWhole(String name) throws IOException {
    Path golden = golden(name);
    ModelConfig hub = ModelConfig.read(golden);
    Files.copy(golden.resolve("config.v5.json"), folder.resolve("config.json"));
    assertThat(ModelConfig.read(folder)).isEqualTo(hub);
    assertThat(hub.hiddenSize()).isEqualTo(32);
    assertThat(hub.heads()).isEqualTo(4);
    assertThat(hub.maxPositions()).isEqualTo(64);

    Head head = name.endsWith("seqcls") ? Head.TEXTS : Head.TOKENS;
    assertThat(hub.head()).contains(head);
    assertThat(hub.labels()).hasSize(head == Head.TEXTS ? 4 : 5);
    try (TensorSource file = TensorSource.open(golden)) {
      SequencedMap<String, String> located = ModelTensors.locate(hub, file, "f");
      assertThat(located.values()).containsExactlyInAnyOrderElementsOf(file.names());
      located.forEach(
          (plain, inFile) -> assertThat(ModelTensors.underHead(hub, plain)).isEqualTo(inFile));
      assertThat(ModelTensors.headOf(hub, located.keySet())).isEqualTo(Optional.of(head));
      assertThat(located.keySet()).containsAll(ModelTensors.head(hub, head, 5).keySet());
      assertThat(Footprint.of(hub, 64, 64, 1).use()).isGreaterThan(Footprint.PROCESS);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          albert     | "num_hidden_groups": 1            | "num_hidden_groups": 2           | num_hidden_groups
          albert     | "inner_group_num": 1              | "inner_group_num": 2             | inner_group_num
          albert     | "gap_size": 0                     | "gap": 0                         | gap
          deberta_v2 | "conv_kernel_size": 3             | "conv_kernel_size": 4            | conv_kernel_size
          deberta_v2 | "conv_kernel_size": 3             | "conv_groups": 2                 | conv_groups
          deberta_v3 | c2p"                              | p2p"                             | pos_att_type
          deberta_v3 | "share_att_key": true             | "share_att_key": false           | share_att_key
          deberta_v3 | "position_biased_input": false    | "position_biased_input": true    | position_biased_input
          deberta_v3 | "relative_attention": true        | "relative_attention": false      | relative_attention
          deberta_v3 | "norm_rel_ebd": "layer_norm"      | "norm_rel_ebd": "batch_norm"     | norm_rel_ebd
          deberta_v3 | "use_cache": true                 | "attention_head_size": 16        | attention_head_size
          deberta_v3 | "type_vocab_size": 0              | "type_vocab_size": 2             | type_vocab_size
          deberta_v3 | "position_buckets": 8             | "position_buckets": 1            | position_buckets
          distilbert | "n_heads": 4                      | "n_heads": 5                     | n_heads
          distilbert | "n_heads": 4                      | "num_attention_heads": 4         | n_heads
          electra    | "embedding_size": 24              | "embedding_size": 0              | embedding_size
          modernbert | "classifier_pooling": "mean"      | "classifier_pooling": "max"      | classifier_pooling
          modernbert | "global_attn_every_n_layers": 3   | "global_attn_every_n_layers": 0  | global_attn_every_n_layers
          modernbert | "local_attention": 8              | "layer_types": ["full_attention"] | local_attention
          modernbert | "global_rope_theta": 160000.0     | "rope_scaling": {"factor": 2}    | rope_scaling
          modernbert | "hidden_activation": "gelu"       | "hidden_act": "gelu"             | hidden_activation
          mpnet      | "relative_attention_num_buckets": 32 | "relative_attention_num_buckets": 16 | relative_attention_num_buckets
          mpnet      | "pad_token_id": 1                 | "pad_token_id": 0                | pad_token_id
          roberta    | "max_position_embeddings": 66     | "max_position_embeddings": 2     | max_position_embeddings
          roberta    | "use_cache": true                 | "adapters": {"a": 1}             | adapters
          """)
  void refusesByNameWhatAFamilyWouldNotHonour(String family, String old, String other, String name)
      throws IOException {
    String json = Files.readString(golden(family + "/seqcls").resolve("config.json"));
    assertThat(json).contains(old);
    Files.writeString(folder.resolve("config.json"), json.replace(old, other));
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> ModelConfig.read(folder))
        .satisfies(problem -> assertThat(problem.arguments()).first().isEqualTo(name));
  }

  private static Path golden(String name) {
    Path folder = Path.of("../shared/goldens", name).toAbsolutePath().normalize();
    assumeTrue(Files.isDirectory(folder), () -> "skipped: no goldens in " + folder);
    return folder;
  }
}
