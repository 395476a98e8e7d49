package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.basemodel.Safetensors;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Span;
import org.shilpi.data.Split;
import org.shilpi.data.Target;
import org.shilpi.deploy.ExportFormat;
import org.shilpi.deploy.ExportTask;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;
import org.shilpi.train.Method;
import org.shilpi.train.Scores;
import org.shilpi.train.ScoringTask;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;
import tools.jackson.databind.JsonNode;

class DjlExporterTest {
  private static final List<String> LABELS = List.of("place", "person");
  private static final List<String> ASKED =
      List.of("ann went to delhi", "the map", "oslo saw bob and bob saw oslo again and again");

  /// Trained once for all tests.
  @TempDir static Path runs;

  @TempDir Path temp;

  static Stream<Arguments> runs() {
    return Stream.of(TaskKind.CLASSIFY, TaskKind.MULTILABEL, TaskKind.SPANS)
        .flatMap(task -> Stream.of(Method.values()).map(method -> Arguments.of(task, method)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void exportsAFolderThatAnswersAsTheRunDoes(TaskKind kind, Method method) throws IOException {
    TrainingTask trained = train(kind, method);
    Scores before = score(trained.run(), trained.baseModel());
    Path folder = export(trained, ExportFormat.HF);

    JsonNode config = Goldens.json(folder.resolve("config.json"));
    boolean tokens = kind == TaskKind.SPANS;
    assertThat(config.at("/architectures/0").asString())
        .isEqualTo(tokens ? "BertForTokenClassification" : "BertModel");
    assertThat(config.at("/id2label/1").asString()).isEqualTo(tokens ? "B-place" : "person");
    assertThat(folder).isDirectoryContaining("glob:**/tokenizer.json");
    assertThat(Files.exists(folder.resolve("1_Pooling/config.json"))).isEqualTo(!tokens);

    Path run = temp.resolve("elsewhere");
    Files.createDirectories(run);
    Files.move(folder, run.resolve("model"));
    assertSame(score(run, temp.resolve("no base model")), before);

    Catalogue catalogue = new Catalogue(temp.resolve("home"));
    String id = catalogue.importFrom(run.resolve("model"), JobContext.quiet()).id();
    Path imported = temp.resolve("home/models").resolve(id);
    Files.copy(run.resolve("model/shilpi.json"), imported.resolve("shilpi.json"));
    Path again = temp.resolve("imported");
    Files.createDirectories(again);
    Files.move(imported, again.resolve("model"));
    assertSame(score(again, temp.resolve("no base model")), before);
  }

  @Test
  void writesTheVeryWeightsOfAThoroughRun() throws IOException {
    TrainingTask trained = train(TaskKind.SPANS, Method.THOROUGH);
    assertSameTensors(
        export(trained, ExportFormat.HF).resolve("model.safetensors"),
        trained.run().resolve("model/model.safetensors"));
  }

  @Test
  void keepsThePoolingThatWasChosen() throws IOException {
    TrainingTask usual = train(TaskKind.CLASSIFY, Method.QUICK);
    TrainingTask chosen = train(TaskKind.CLASSIFY, Method.QUICK, Map.of("pooling", "cls"));
    Scores scores = score(chosen.run(), chosen.baseModel());
    assertThat(scores.probabilities()[0])
        .isNotEqualTo(score(usual.run(), usual.baseModel()).probabilities()[0]);
    Path run = Files.createDirectories(temp.resolve("elsewhere"));
    Files.move(export(chosen, ExportFormat.HF), run.resolve("model"));
    JsonNode pooling = Goldens.json(run.resolve("model/1_Pooling/config.json"));
    assertThat(pooling.get("pooling_mode_cls_token").asBoolean()).isTrue();
    assertSame(score(run, temp.resolve("no base model")), scores);
  }

  @Test
  void leavesTheBaseModelOfAQuickRunAsItIs() throws IOException {
    TrainingTask trained = train(TaskKind.CLASSIFY, Method.QUICK);
    Path folder = export(trained, ExportFormat.HF);
    try (Encoder exported = Encoder.open(folder, Device.cpu());
        Encoder base = Encoder.open(trained.baseModel(), Device.cpu())) {
      base.removeHead();
      base.weights()
          .arrays()
          .forEach((name, array) ->
              assertThat(exported.weights().get(name).toFloatArray())
                  .as(name)
                  .isEqualTo(array.toFloatArray()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TORCHSCRIPT", "ONNX"})
  void writesTheRunsNetworkForOtherPrograms(ExportFormat format) throws Exception {
    TrainingTask trained = train(TaskKind.MULTILABEL, Method.BALANCED);
    Path folder = export(trained, format);
    assertThat(folder)
        .isDirectoryContaining("glob:**/config.json")
        .isDirectoryContaining("glob:**/shilpi.json");
    float[][] expected = score(trained.run(), trained.baseModel()).probabilities();
    try (TextTokenizer tokenizer = TextTokenizer.open(folder, 16)) {
      List<int[]> rows = tokenizer.tokenize(ASKED, JobContext.quiet()).ids();
      float[][] answers =
          format == ExportFormat.ONNX
              ? OnnxFileTest.answers(Files.readAllBytes(folder.resolve("model.onnx")), rows, 0)
              : ScriptFileTest.answers(folder, rows);
      for (int i = 0; i < answers.length; i++) {
        assertThat(Sigmoid.probabilities(answers[i]))
            .containsExactly(expected[i], org.assertj.core.data.Offset.offset(1e-4f));
      }
    }
  }

  @Test
  void writesAnAdapterAsItWasSaved() throws IOException {
    TrainingTask trained = train(TaskKind.CLASSIFY, Method.BALANCED);
    Path folder = export(trained, ExportFormat.ADAPTER);
    for (String file : List.of("adapter_config.json", "adapter_model.safetensors")) {
      assertThat(folder.resolve(file))
          .hasSameBinaryContentAs(trained.run().resolve("model").resolve(file));
    }
    assertThat(folder.resolve("tokenizer.json"))
        .hasSameBinaryContentAs(trained.baseModel().resolve("tokenizer.json"));
    assertThat(folder.resolve("model.safetensors")).doesNotExist();
  }

  @Test
  void refusesTheAdapterOfARunWithoutOne() throws IOException {
    TrainingTask trained = train(TaskKind.CLASSIFY, Method.QUICK);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> export(trained, ExportFormat.ADAPTER))
        .returns("problem.export.no-adapter", Problem::key);
  }

  private Path export(TrainingTask trained, ExportFormat format) throws IOException {
    Path folder = Files.createDirectory(temp.resolve("exported"));
    new DjlExporter()
        .export(
            new ExportTask(trained.run(), trained.baseModel(), format, folder), JobContext.quiet());
    return folder;
  }

  private TrainingTask train(TaskKind kind, Method method) throws IOException {
    return train(kind, method, Map.of());
  }

  private TrainingTask train(TaskKind kind, Method method, Map<String, String> more)
      throws IOException {
    Path folder = runs.resolve(kind + "-" + method + more.size());
    Path snapshot = folder.resolveSibling(kind + ".jsonl");
    SnapshotFile.write(Snapshot.of(kind, LABELS, rows(kind)), snapshot);
    Map<String, String> knobs = new HashMap<>(more);
    knobs.putAll(Map.of("learningRate", "2e-3", "maxLength", "16", "fewShot", "never"));
    TrainingTask task =
        new TrainingTask(
            new TrainingSpec(method, 1, 7, "cpu", knobs),
            snapshot,
            Shelf.baseModel(),
            folder,
            runs.resolve("cache"));
    new DjlTrainer().train(task, JobContext.quiet(), event -> {});
    return task;
  }

  private static List<LabeledText> rows(TaskKind kind) {
    List<List<String>> names = List.of(List.of("delhi", "oslo"), List.of("ann", "bob"));
    return IntStream.range(0, 32)
        .mapToObj(i -> {
          int label = i % 2;
          String name = names.get(label).get(i / 2 % 2);
          String text = "the " + name + " number " + i;
          Target target =
              switch (kind) {
                case CLASSIFY -> new Target.One(label);
                case MULTILABEL -> new Target.Many(i % 5 == 0 ? List.of(0, 1) : List.of(label));
                case SPANS -> new Target.Spans(List.of(new Span(4, 4 + name.length(), label)));
                case GENERATE -> throw new IllegalArgumentException();
              };
          return new LabeledText(i + 1, text, target, i % 4 == 3 ? Split.VALIDATION : Split.TRAIN);
        })
        .toList();
  }

  private static Scores score(Path run, Path base) throws IOException {
    return new DjlScorer()
        .score(new ScoringTask(run, base, ASKED, false, 0, "cpu"), JobContext.quiet());
  }

  private static void assertSame(Scores actual, Scores expected) {
    assertThat(actual.labels()).isEqualTo(expected.labels());
    assertThat(actual.thresholds()).isEqualTo(expected.thresholds());
    assertThat(actual.probabilities()).hasDimensions(expected.probabilities().length, 2);
    for (int i = 0; i < expected.probabilities().length; i++) {
      assertThat(actual.probabilities()[i])
          .containsExactly(expected.probabilities()[i], org.assertj.core.data.Offset.offset(1e-5f));
    }
    assertThat(actual.spans().stream().map(spans -> spans.stream().map(s -> s.span()).toList()))
        .containsExactlyElementsOf(
            expected.spans().stream()
                .map(spans -> spans.stream().map(s -> s.span()).toList())
                .toList());
  }

  private static void assertSameTensors(Path actual, Path expected) throws IOException {
    try (Safetensors ours = Safetensors.open(actual);
        Safetensors theirs = Safetensors.open(expected)) {
      assertThat(ours.names()).containsExactlyInAnyOrderElementsOf(theirs.names());
      for (String name : theirs.names()) {
        assertThat(ours.floats(name)).as(name).isEqualTo(theirs.floats(name));
      }
    }
  }
}
