package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shilpi.djl.Goldens.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.basemodel.Family;
import org.shilpi.basemodel.ModelConfig;
import org.shilpi.basemodel.Safetensors;
import org.shilpi.job.Problem;
import org.shilpi.train.Knobs.Lora.Targets;
import org.shilpi.train.Knobs.Pacing.Shape;
import tools.jackson.databind.JsonNode;

class AdapterTest {
  @TempDir Path folder;
  private NDManager manager;
  private Program bert;
  private Dict weights;
  private Family family;
  private List<Dict> model;
  private JsonNode expected;

  @BeforeEach
  void load() throws IOException {
    Path base = Goldens.folder("bert/seqcls");
    expected = Goldens.json(Goldens.folder("bert/lora").resolve("expected_train.json"));
    manager = Torch.newManager(Device.cpu());
    bert = Program.encoder(manager, "bert");
    ModelConfig config = ModelConfig.read(base);
    family = config.family();
    weights = Weights.read(config, base, manager);
    model = List.of(weights, Numbers.of(config, manager, false, true));
  }

  @AfterEach
  void unload() {
    if (manager != null) {
      bert.close();
      manager.close();
    }
  }

  @Test
  void learnsStepByStepLikePeft() throws IOException {
    Adapter adapter = read("adapter_init");
    Map<String, NDArray> learned = new TreeMap<>(adapter.arrays());
    AdapterFolder.HEAD.forEach(name -> learned.put(name, weights.get(name)));
    Schedule schedule = Schedule.of(Shape.LINEAR, 20, 0);
    try (AdamW optimizer = new AdamW(manager, learned, name -> 1e-3, 0.01)) {
      for (int step = 0; step < 20; step++) {
        JsonNode wanted = expected.get("steps").get(step);
        assertThat(loss(expected.get("batches").get(step)))
            .as("step " + step)
            .isCloseTo(wanted.get("loss").asDouble(), within(1e-4));
        assertThat(optimizer.clip(1))
            .isCloseTo(wanted.get("grad_norm_before_clip").asDouble(), within(1e-3));
        optimizer.update(schedule.at(step));
      }
    }
    var use = new AdapterConfig.Use("goldens/bert/seqcls", false);
    AdapterFolder.write(folder, adapter, weights, family, use);
    assertSame(folder, Goldens.folder("bert/lora/adapter"));
  }

  private double loss(JsonNode batch) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray labels = Goldens.longs(scope, batch.get("labels"));
      Dict aim = Aim.plain(4).dict(scope, labels, labels.size(), 1);
      return bert.train(
              scope,
              "step_one",
              List.of(model.getFirst(), model.getLast(), aim),
              Goldens.longs(scope, batch.get("input_ids")),
              Goldens.longs(scope, batch.get("token_type_ids")),
              Goldens.longs(scope, batch.get("attention_mask")),
              scope.create(0f))
          .getFloat();
    }
  }

  /// Same files, names, shapes, and values within 1e-3.
  private static void assertSame(Path ours, Path reference) throws IOException {
    try (var files = Files.list(reference)) {
      for (Path file : files.toList()) {
        assertThat(ours.resolve(file.getFileName())).isRegularFile();
      }
    }
    JsonNode config = Goldens.json(ours.resolve("adapter_config.json"));
    JsonNode wantedConfig = Goldens.json(reference.resolve("adapter_config.json"));
    config
        .properties()
        .forEach(
            option -> assertThat(option.getValue()).isEqualTo(wantedConfig.get(option.getKey())));
    try (Safetensors got = Safetensors.open(ours.resolve("adapter_model.safetensors"));
        Safetensors wanted = Safetensors.open(reference.resolve("adapter_model.safetensors"))) {
      assertThat(got.names()).isEqualTo(wanted.names());
      assertThat(got.metadata()).isEqualTo(wanted.metadata());
      for (String name : wanted.names()) {
        assertThat(got.shapeOf(name)).isEqualTo(wanted.shapeOf(name));
        var values = got.floats(name);
        var reals = wanted.floats(name);
        while (reals.hasRemaining()) {
          assertThat((double) values.get()).as(name).isCloseTo(reals.get(), within(1e-3));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"adapter, forward_adapter", "adapter_random, forward_adapter_random"})
  void answersLikePeftBesideTheWeightsAndMerged(String name, String golden) throws IOException {
    JsonNode wanted = expected.get(golden).get("logits");
    Adapter adapter = read(name);
    NDArray beside = logits();
    List<Double> all = Collections.nCopies((int) beside.getShape().get(0), 1.0);
    Goldens.assertClose(beside, wanted, all, 1e-4);
    adapter.merge();
    assertThat(weights.arrays().keySet()).noneMatch(key -> key.contains("lora"));
    NDArray merged = logits();
    assertThat(merged.sub(beside).abs().max().getFloat()).isLessThan(1e-5f);
  }

  @Test
  void changesNothingBeforeItLearns() {
    NDArray before = logits();
    List<String> modules = LoraTargets.of(weights, Targets.ALL);
    Adapter adapter = Adapter.fresh(weights, modules, new AdapterConfig(4, 2, 0.5), 7, manager);
    assertThat(logits().toFloatArray()).isEqualTo(before.toFloatArray());
    assertThat(adapter.modules()).hasSize(12);
    assertThat(adapter.modules().stream().map(LoraTargets::within).distinct())
        .containsExactlyInAnyOrder(
            "query",
            "attention.self.key",
            "value",
            "attention.output.dense",
            "intermediate.dense",
            "output.dense");
  }

  @Test
  void dropsOnlyWhileItLearns() throws IOException {
    read("adapter_random");
    float[] wanted = logits().toFloatArray();
    Weights.fill(weights.get("lora.dropout"), FloatBuffer.wrap(new float[] {0.9f}));
    assertThat(logits().toFloatArray()).isEqualTo(wanted);
    JsonNode batch = expected.get("batches").get(0);
    weights.get("classifier.bias").setRequiresGradient(true);
    Torch.seed(1);
    double first = loss(batch);
    Torch.seed(2);
    assertThat(loss(batch)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"use_dora\": true", "\"bias\": \"all\"", "\"rank_pattern\": {\"a\": 2}"})
  void refusesWhatIsNotPlainLora(String option) throws IOException {
    copy("adapter");
    Path file = folder.resolve("adapter_config.json");
    String name = option.substring(0, option.indexOf(':'));
    String config = Files.readString(file).replaceFirst(name + ": [^,]+,", option + ",");
    Files.writeString(file, config);
    assertProblem("problem.train.adapter-option");
  }

  @Test
  void refusesTheAdapterOfAnotherModel() throws IOException {
    copy("adapter");
    weights.remove("encoder.layer.1.attention.self.value.weight");
    assertProblem("problem.train.adapter-other");
  }

  private void assertProblem(String key) {
    assertThatThrownBy(() -> AdapterFolder.read(folder, weights, family, manager))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key()).isEqualTo(key));
  }

  private void copy(String name) throws IOException {
    try (var files = Files.list(Goldens.folder("bert/lora/" + name))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private Adapter read(String name) throws IOException {
    return AdapterFolder.read(Goldens.folder("bert/lora/" + name), weights, family, manager);
  }

  private NDArray logits() {
    JsonNode inputs = expected.get("forward_inputs");
    return bert.infer(
        manager,
        "classify",
        model,
        Goldens.longs(manager, inputs.get("input_ids")),
        Goldens.longs(manager, inputs.get("token_type_ids")),
        Goldens.longs(manager, inputs.get("attention_mask")),
        manager.create(0f));
  }
}
