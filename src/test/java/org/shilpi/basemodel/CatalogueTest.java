package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.project.DraftFolder;
import org.shilpi.text.Messages;

class CatalogueTest {
  @TempDir Path temp;
  private Path data;
  private Path source;
  private Catalogue catalogue;

  @BeforeEach
  void aSoundModel() throws IOException {
    data = temp.resolve("data");
    source = TinyBert.in(temp.resolve("Tiny BERT é"));
    catalogue = new Catalogue(data);
  }

  @Test
  void showsTheBuiltInModelBeforeAnythingWasWritten() throws IOException {
    assertThat(catalogue.list()).extracting(BaseModel::id).containsExactly(Catalogue.BUILT_IN);
    assertThat(catalogue.get("minilm-l6-v2").parameters()).isEqualTo(22_565_376);
    assertThat(data).doesNotExist();
  }

  @Test
  void importsAFolderWithItsLicenceAndLanguages() throws IOException {
    Files.writeString(
        source.resolve("README.md"),
        """
        ---
        language:
        - en
        - "hi"
        license: apache-2.0
        base_model: google-bert/bert-base-uncased
        pipeline_tag: fill-mask
        datasets: [wikipedia, bookcorpus]
        tags: [x]
        ---
        # Tiny
        """);
    Files.writeString(source.resolve("pytorch_model.bin"), "not wanted");
    Files.writeString(source.resolve("evil.py"), "not wanted");
    Files.createDirectories(source.resolve("1_Pooling"));
    Files.writeString(source.resolve("1_Pooling/config.json"), "{}");

    BaseModel model = catalogue.importFrom(source, JobContext.quiet());

    assertThat(model.id()).isEqualTo("tiny-bert-e");
    assertThat(model.name()).isEqualTo("Tiny BERT é");
    assertThat(model.licence()).isEqualTo("Apache-2.0");
    assertThat(model.languages()).containsExactly("en", "hi");
    assertThat(model.facts())
        .isEqualTo(
            new ModelFacts(
                List.of("google-bert/bert-base-uncased"),
                "fill-mask",
                List.of("wikipedia", "bookcorpus")));
    assertThat(model.maxPositions()).isEqualTo(16);
    assertThat(model.parameters()).isEqualTo(7 * 8 + 16 * 8 + 2 * 8 + 16 + 2 * 532);
    assertThat(model.builtIn()).isFalse();
    Path folder = catalogue.folder(model.id(), JobContext.quiet());
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()))
          .containsExactlyInAnyOrder(
              "config.json",
              "model.safetensors",
              "tokenizer.json",
              "README.md",
              Path.of("1_Pooling", "config.json").toString(),
              "shilpi-model.json");
    }
    assertThat(catalogue.list()).hasSize(2).last().isEqualTo(model);
    assertThat(new Catalogue(data).get("tiny-bert-e")).isEqualTo(model);
  }

  @ParameterizedTest
  @ValueSource(strings = {"seqcls", "tokcls"})
  void importsTheGoldens(String name) throws IOException {
    Path golden = TinyBert.golden(name);
    BaseModel model = catalogue.importFrom(golden, JobContext.quiet());
    assertThat(model.id()).isEqualTo(name);
    assertThat(catalogue.folder(name, JobContext.quiet()).resolve("model.safetensors"))
        .hasSameBinaryContentAs(golden.resolve("model.safetensors"));
  }

  @Test
  void keepsWeightsOfPyTorchAsSafetensors() throws IOException {
    Map<String, Tensor> weights = TinyBert.weights(ModelConfig.read(source));
    Files.delete(source.resolve("model.safetensors"));
    TorchFiles.save(source.resolve("pytorch_model.bin"), weights);
    byte[] published = Files.readAllBytes(source.resolve("pytorch_model.bin"));

    BaseModel checked = catalogue.check(source);
    BaseModel model = catalogue.importFrom(source, JobContext.quiet());

    assertThat(model.originals())
        .containsExactly(Map.entry("pytorch_model.bin", Sha256.of(out -> out.write(published))));
    assertThat(model.sha256()).isEqualTo(checked.sha256());
    assertThat(model.parameters()).isEqualTo(checked.parameters());
    Path folder = catalogue.folder(model.id(), JobContext.quiet());
    assertThat(folder.resolve("pytorch_model.bin")).doesNotExist();
    SafetensorsWriter.write(temp.resolve("expected"), weights, Map.of("format", "pt"));
    assertThat(folder.resolve("model.safetensors"))
        .hasSameBinaryContentAs(temp.resolve("expected"));
    assertThat(catalogue.importFrom(source, JobContext.quiet())).isEqualTo(model);
    assertThat(new Catalogue(data).get(model.id())).isEqualTo(model);
  }

  @Test
  void readsCardsOfEarlierReleases() throws IOException {
    BaseModel model = catalogue.importFrom(source, JobContext.quiet());
    Path card = data.resolve("models/" + model.id() + "/shilpi-model.json");
    String old =
        Files.readString(card)
            .replaceFirst("\"facts\"\\s*:\\s*\\{[^}]*},", "")
            .replaceFirst("\"originals\"\\s*:\\s*\\{[^}]*},", "");
    assertThat(old).doesNotContain("facts", "originals");
    Files.writeString(card, old);
    assertThat(catalogue.get(model.id())).isEqualTo(model);
  }

  @Test
  void importsTheSameModelOnceAndAnotherOfThatNameBeside() throws IOException {
    BaseModel first = catalogue.importFrom(source, JobContext.quiet());
    assertThat(catalogue.importFrom(source, JobContext.quiet())).isEqualTo(first);
    assertThat(modelFolders()).containsExactly("tiny-bert-e");

    Files.writeString(source.resolve("config.json"), TinyBert.CONFIG.replace("gelu", "relu"));
    BaseModel second = catalogue.importFrom(source, JobContext.quiet());
    assertThat(second.id()).isEqualTo("tiny-bert-e-2");
    assertThat(modelFolders()).containsExactly("tiny-bert-e", "tiny-bert-e-2");
  }

  @Test
  void neverTakesTheBuiltInModelsPlace() throws IOException {
    Path pretender = TinyBert.in(temp.resolve(Catalogue.BUILT_IN));
    assertThat(catalogue.importFrom(pretender, JobContext.quiet()).id())
        .isEqualTo("minilm-l6-v2-2");
  }

  @Test
  void acceptsPrefixesOldNormNamesHalfPrecisionAndHeads() throws IOException {
    Map<String, Tensor> weights = new HashMap<>();
    TinyBert.weights(ModelConfig.read(source))
        .forEach((name, tensor) ->
            weights.put(
                "bert."
                    + name.replace("LayerNorm.weight", "LayerNorm.gamma")
                        .replace("LayerNorm.bias", "LayerNorm.beta"),
                TinyBert.zeros(
                    TensorType.BF16,
                    tensor.shape().stream().mapToLong(Long::longValue).toArray())));
    weights.put("bert.embeddings.position_ids", TinyBert.zeros(TensorType.I64, 1, 16));
    weights.put("bert.pooler.dense.weight", TinyBert.zeros(TensorType.F32, 8, 8));
    weights.put("bert.pooler.dense.bias", TinyBert.zeros(TensorType.F32, 8));
    weights.put("classifier.weight", TinyBert.zeros(TensorType.F32, 3, 8));
    weights.put("classifier.bias", TinyBert.zeros(TensorType.F32, 3));
    weights.put("cls.predictions.bias", TinyBert.zeros(TensorType.F32, 7));
    TinyBert.write(source, weights);

    assertThat(catalogue.check(source).parameters()).isEqualTo(1280 + 72 + 27);
    try (Safetensors file = Safetensors.open(source.resolve("model.safetensors"))) {
      assertThat(ModelTensors.locate(ModelConfig.read(source), file, "f"))
          .containsEntry("embeddings.LayerNorm.weight", "bert.embeddings.LayerNorm.gamma")
          .containsEntry("classifier.bias", "classifier.bias")
          .hasSize(37 + 4);
    }
  }

  @Test
  void noticesAModelChangedSinceItsImport() throws IOException {
    BaseModel model = catalogue.importFrom(source, JobContext.quiet());
    Path weights = data.resolve("models/" + model.id() + "/model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> catalogue.folder(model.id(), JobContext.quiet()))
        .returns("problem.basemodel.changed", Problem::key);
  }

  @Test
  void leavesOutFoldersThatAreNotItsOwn() throws IOException {
    catalogue.importFrom(source, JobContext.quiet());
    Path models = data.resolve("models");
    Files.createDirectories(models.resolve("nothing-in-it"));
    Files.createDirectories(models.resolve("damaged"));
    Files.writeString(models.resolve("damaged/shilpi-model.json"), "{\"id\": null}");
    Files.createDirectories(models.resolve("renamed"));
    Files.copy(
        models.resolve("tiny-bert-e/shilpi-model.json"),
        models.resolve("renamed/shilpi-model.json"));
    assertThat(catalogue.list())
        .extracting(BaseModel::id)
        .containsExactly("minilm-l6-v2", "tiny-bert-e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent", "", "..", "../data", "/etc", "."})
  void refusesAnUnknownIdAndNamesTheKnown(String id) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> catalogue.folder(id, JobContext.quiet()))
        .satisfies(refusal ->
            assertThat(new Messages("en").explain(refusal))
                .contains("“" + id + "”", "minilm-l6-v2"));
  }

  @Test
  void leavesNothingBehindWhenStopped() throws IOException {
    JobContext stopping =
        new JobContext() {
          private boolean copying;

          @Override
          public void report(Progress progress) {
            copying |= progress.key().equals("progress.basemodel.copy");
          }

          @Override
          public boolean cancelled() {
            return copying;
          }
        };
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(() -> catalogue.importFrom(source, stopping));
    assertThat(modelFolders()).isEmpty();
  }

  @Test
  void sweepsWhatAKilledProcessLeft() throws IOException {
    Path left = data.resolve("models/.draft-999999999999-x");
    Files.createDirectories(left);
    Files.writeString(left.resolve("model.safetensors"), "half");
    Path own = data.resolve("models/.draft-" + ProcessHandle.current().pid() + "-y");
    Files.createDirectories(own);
    catalogue.importFrom(source, JobContext.quiet());
    assertThat(left).doesNotExist();
    assertThat(own).exists();
  }

  @Test
  void saysWhereNothingCanBeSaved() throws IOException {
    Files.writeString(data, "a file where the folder should be");
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> catalogue.importFrom(source, JobContext.quiet()))
        .returns("problem.basemodel.unwritable", Problem::key)
        .returns(List.of(data.resolve("models").toString()), Problem::arguments);
  }

  @Test
  void asksForSpaceBeforeItCopies() throws IOException {
    try (DraftFolder draft = DraftFolder.in(data)) {
      draft.requireSpace(1);
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> draft.requireSpace(1L << 60))
          .satisfies(refusal ->
              assertThat(new Messages("en").explain(refusal)).contains("1152921504607 MB"));
    }
    assertThat(data).isEmptyDirectory();
  }

  private List<String> modelFolders() throws IOException {
    try (Stream<Path> folders = Files.list(data.resolve("models"))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }
}
