package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.basemodel.Head;
import org.shilpi.basemodel.ModelConfig;
import org.shilpi.basemodel.ProblemType;
import org.shilpi.basemodel.Safetensors;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import tools.jackson.databind.JsonNode;

class TunedFolderTest {
  private static final List<int[]> ROWS =
      List.of(new int[] {2, 20, 30, 40, 50, 3}, new int[] {2, 60, 3});
  private static final List<String> LABELS = List.of("yes", "no", "लगभग");

  @TempDir Path temp;

  /// Names, shapes and values are the library's, so what reads its folders reads ours.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "albert",
        "bert",
        "deberta_v2",
        "distilbert",
        "electra",
        "modernbert",
        "mpnet",
        "roberta",
        "xlm_roberta"
      })
  void writesTheLibrarysOwnHeadsAsTheLibraryDoes(String family) throws IOException {
    for (String kind : List.of("seqcls", "tokcls")) {
      Path golden = Goldens.folder(family + "/" + kind);
      ModelConfig config = ModelConfig.read(golden);
      Path folder = temp.resolve(kind);
      try (Encoder encoder = Encoder.open(golden, Device.cpu())) {
        new TunedFolder(config.labels(), config.problemType(), 64).write(encoder, golden, folder);
      }
      try (Safetensors ours = Safetensors.open(folder.resolve("model.safetensors"));
          Safetensors theirs = Safetensors.open(golden.resolve("model.safetensors"))) {
        assertThat(ours.names()).containsExactlyInAnyOrderElementsOf(theirs.names());
        for (String name : theirs.names()) {
          assertThat(ours.shapeOf(name)).as(name).isEqualTo(theirs.shapeOf(name));
          assertThat(ours.floats(name)).as(name).isEqualTo(theirs.floats(name));
        }
      }
      assertThat(Goldens.json(folder.resolve("config.json")))
          .isEqualTo(Goldens.json(golden.resolve("config.json")));
      assertThat(folder.resolve("modules.json")).doesNotExist();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "albert, AlbertModel",
    "bert, BertModel",
    "deberta_v3, DebertaV2Model",
    "distilbert, DistilBertModel",
    "electra, ElectraModel",
    "modernbert, ModernBertModel",
    "mpnet, MPNetModel",
    "roberta, RobertaModel",
    "xlm_roberta, XLMRobertaModel"
  })
  void comesBackAsTheSameClassifierAndAsABaseModel(String family, String architecture)
      throws IOException {
    Path golden = Goldens.folder(family + "/seqcls");
    Map<String, float[]> weights;
    float[][] scores;
    try (Encoder encoder = Encoder.open(golden, Device.cpu())) {
      assertThat(encoder.head()).contains(Head.TEXTS);
      encoder.put(linear(3, 32));
      assertThat(encoder.head()).isEmpty();
      scores = encoder.classify(ROWS);
      float[][] vectors = encoder.embed(ROWS);
      for (int i = 0; i < scores.length; i++) {
        assertThat(encoder.linear().scores(vectors[i]))
            .containsExactly(scores[i], Offset.offset(1e-4f));
      }
      weights = values(encoder);
      multiLabel().write(encoder, golden, temp.resolve("tuned"));
    }
    JsonNode config = Goldens.json(temp.resolve("tuned/config.json"));
    assertThat(config.at("/architectures/0").asString()).isEqualTo(architecture);
    assertThat(config.at("/id2label/2").asString()).isEqualTo("लगभग");
    assertThat(config.at("/label2id/no").asInt()).isEqualTo(1);
    assertThat(config.at("/problem_type").asString()).isEqualTo("multi_label_classification");

    Catalogue catalogue = new Catalogue(temp.resolve("home"));
    String id = catalogue.importFrom(temp.resolve("tuned"), JobContext.quiet()).id();
    try (Encoder again = Encoder.open(temp.resolve("home/models").resolve(id), Device.cpu())) {
      assertSame(values(again), weights);
      assertThat(again.classify(ROWS)).isDeepEqualTo(scores);
      assertThat(again.config().labels()).isEqualTo(LABELS);
    }
  }

  @ParameterizedTest
  @CsvSource({"electra, ElectraForTokenClassification", "modernbert, ModernBertModel"})
  void keepsALinearLayerOnTokens(String family, String architecture) throws IOException {
    Path golden = Goldens.folder(family + "/seqcls");
    Path folder = temp.resolve("tuned");
    Map<String, float[]> weights;
    float[][] scores;
    try (Encoder encoder = Encoder.open(golden, Device.cpu())) {
      encoder.putOnTokens(linear(3, 32));
      scores = encoder.tag(ROWS);
      assertThat(scores[0]).hasSize(6 * 3);
      weights = values(encoder);
      new TunedFolder(LABELS, Optional.empty(), 48).write(encoder, golden, folder);
    }
    JsonNode config = Goldens.json(folder.resolve("config.json"));
    assertThat(config.at("/architectures/0").asString()).isEqualTo(architecture);
    assertThat(config.has("problem_type")).isFalse();
    assertThat(folder.resolve("modules.json")).doesNotExist();
    try (Encoder again = Encoder.open(folder, Device.cpu())) {
      assertSame(values(again), weights);
      assertThat(again.tag(ROWS)).isDeepEqualTo(scores);
    }
  }

  /// sentence-transformers: pooling, length 1, then a linear layer without an activation.
  @Test
  void writesTheModulesThatSentenceTransformersReads() throws IOException {
    Path golden = Goldens.folder("bert/seqcls");
    Path base = temp.resolve("base");
    try (Encoder encoder = Encoder.open(golden, Device.cpu())) {
      encoder.put(linear(2, 32));
      multiLabel().write(encoder, golden, base);
    }
    Files.delete(base.resolve("2_Dense/config.json"));
    Files.delete(base.resolve("2_Dense/model.safetensors"));
    Files.writeString(
        base.resolve("modules.json"),
        """
        [{"path": "", "type": "sentence_transformers.models.Transformer"},
         {"path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
         {"path": "2_Normalize", "type": "sentence_transformers.models.Normalize"}]
        """);
    Files.writeString(base.resolve("1_Pooling/config.json"), "{\"pooling_mode\": \"cls\"}");
    try (Encoder encoder = Encoder.open(base, Device.cpu())) {
      assertThat(encoder.pooling()).isEqualTo(new Pooling(Pooling.Kind.CLS, true));
      float[] first = encoder.embed(ROWS)[0];
      double squares = 0;
      for (float value : first) {
        squares += value * value;
      }
      assertThat(squares).isCloseTo(1, Goldens.within(1e-5));
      encoder.put(linear(3, 32));
      multiLabel().write(encoder, base, temp.resolve("tuned"));
    }
    JsonNode modules = Goldens.json(temp.resolve("tuned/modules.json"));
    assertThat(modules.valueStream().map(module -> module.get("path").asString()))
        .containsExactly("", "1_Pooling", "2_Normalize", "3_Dense");
    assertThat(modules.at("/3/type").asString()).isEqualTo("sentence_transformers.models.Dense");
    JsonNode dense = Goldens.json(temp.resolve("tuned/3_Dense/config.json"));
    assertThat(dense.get("activation_function").asString())
        .isEqualTo("torch.nn.modules.linear.Identity");
    assertThat(dense.get("in_features").asInt()).isEqualTo(32);
    assertThat(dense.get("out_features").asInt()).isEqualTo(3);
    JsonNode pooling = Goldens.json(temp.resolve("tuned/1_Pooling/config.json"));
    assertThat(pooling.get("pooling_mode_cls_token").asBoolean()).isTrue();
    assertThat(pooling.get("pooling_mode_mean_tokens").asBoolean()).isFalse();
    assertThat(Goldens.json(temp.resolve("tuned/sentence_bert_config.json")).get("max_seq_length"))
        .hasToString("48");
    try (Safetensors file = Safetensors.open(temp.resolve("tuned/3_Dense/model.safetensors"))) {
      assertThat(file.names()).containsExactlyInAnyOrder("linear.weight", "linear.bias");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"pooling_mode_max_tokens": true}                                   | max
          {"pooling_mode_mean_tokens": true, "pooling_mode_cls_token": true}  | mean, cls
          {"pooling_mode": "lasttoken"}                                       | lasttoken
          """)
  void refusesAnotherPoolingByName(String json, String name) throws IOException {
    Files.writeString(
        temp.resolve("modules.json"),
        """
        [{"path": "", "type": "sentence_transformers.models.Transformer"},
         {"path": "1_Pooling", "type": "sentence_transformers.models.Pooling"}]
        """);
    Files.createDirectories(temp.resolve("1_Pooling"));
    Files.writeString(temp.resolve("1_Pooling/config.json"), json);
    refused(name);
  }

  @Test
  void refusesAnotherModuleByName() throws IOException {
    Files.writeString(
        temp.resolve("modules.json"),
        """
        [{"path": "", "type": "sentence_transformers.models.Transformer"},
         {"path": "1_LSTM", "type": "sentence_transformers.models.LSTM"}]
        """);
    refused("sentence_transformers.models.LSTM");
  }

  private void refused(String name) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> Modules.read(temp))
        .satisfies(problem -> assertThat(problem.arguments()).containsExactly(name));
  }

  private static TunedFolder multiLabel() {
    return new TunedFolder(LABELS, Optional.of(ProblemType.MULTI_LABEL_CLASSIFICATION), 48);
  }

  private static LinearHead linear(int labels, int width) {
    Random random = new Random(3);
    float[][] weight = new float[labels][width];
    float[] bias = new float[labels];
    for (int k = 0; k < labels; k++) {
      bias[k] = (float) random.nextGaussian();
      for (int i = 0; i < width; i++) {
        weight[k][i] = (float) random.nextGaussian();
      }
    }
    return new LinearHead(weight, bias);
  }

  private static void assertSame(Map<String, float[]> actual, Map<String, float[]> expected) {
    assertThat(actual).containsOnlyKeys(expected.keySet());
    expected.forEach((name, values) -> assertThat(actual.get(name)).as(name).isEqualTo(values));
  }

  private static Map<String, float[]> values(Encoder encoder) {
    Map<String, float[]> values = new HashMap<>();
    for (Map.Entry<String, NDArray> entry : encoder.weights().arrays().entrySet()) {
      values.put(entry.getKey(), entry.getValue().toFloatArray());
    }
    return values;
  }
}
