package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Span;
import org.shilpi.data.Split;
import org.shilpi.data.Target;
import org.shilpi.evaluate.MultiLabel;
import org.shilpi.evaluate.SpanScores;
import org.shilpi.job.JobContext;
import org.shilpi.project.TaskKind;
import org.shilpi.train.FoundSpan;
import org.shilpi.train.Method;
import org.shilpi.train.Scores;
import org.shilpi.train.ScoringTask;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;
import tools.jackson.databind.JsonNode;

/// Real texts with many labels, and with marked spans, on the built-in base model: `-Dbench=true`,
/// and `-Dbench.epochs=3` for fewer passes.
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "true")
class RealTasksTest {
  private static final int TRAINING_FOLDS = 16;

  @TempDir Path folder;

  /// NLU++ (Casanueva et al., 2022), banking: four folds of five are learned from.
  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"QUICK", "THOROUGH"})
  void givesTextsTheirManyLabels(Method method) throws IOException {
    List<JsonNode> texts = new ArrayList<>();
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < 20; fold++) {
      Path file = data("nlupp_multilabel").resolve("banking_fold" + fold + ".json");
      for (JsonNode text : Goldens.json(file)) {
        texts.add(text);
        splits.add(fold < TRAINING_FOLDS ? Split.TRAIN : Split.TEST);
      }
    }
    List<String> labels =
        List.copyOf(new TreeSet<>(texts.stream().flatMap(text -> intents(text).stream()).toList()));
    List<LabeledText> rows = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Target target = new Target.Many(intents(texts.get(i)).stream().map(labels::indexOf).toList());
      rows.add(new LabeledText(i, texts.get(i).get("text").asString(), target, splits.get(i)));
    }
    Snapshot snapshot = Snapshot.of(TaskKind.MULTILABEL, labels, rows);
    TrainingResult result = train(method, snapshot);
    List<LabeledText> test = snapshot.part(Split.TEST);
    Scores scores = score(test);
    boolean[][] truth = new boolean[test.size()][labels.size()];
    for (int i = 0; i < truth.length; i++) {
      if (test.get(i).target() instanceof Target.Many(List<Integer> some)) {
        for (int label : some) {
          truth[i][label] = true;
        }
      }
    }
    Map<String, String> said = new LinkedHashMap<>();
    MultiLabel model =
        MultiLabel.of(truth, MultiLabel.answered(scores.probabilities(), scores.thresholds()));
    said.put("model", figures(model));
    float[] half = new float[labels.size()];
    Arrays.fill(half, 0.5f);
    said.put(
        "model at one half",
        figures(MultiLabel.of(truth, MultiLabel.answered(scores.probabilities(), half))));
    scores
        .baselines()
        .forEach((name, rowsOf) ->
            said.put(name, figures(MultiLabel.of(truth, MultiLabel.answered(rowsOf, half)))));
    tell("nlupp banking", method, result, said);
    assertThat(model.microF1())
        .isGreaterThan(
            scores.baselines().values().stream()
                    .mapToDouble(
                        rowsOf -> MultiLabel.of(truth, MultiLabel.answered(rowsOf, half)).microF1())
                    .max()
                    .orElse(0)
                - 0.01);
  }

  /// WNUT 2017, emerging entities (Derczynski et al., 2017).
  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"QUICK", "THOROUGH"})
  void marksNamesInTweets(Method method) throws IOException {
    Path wnut = data("wnut17");
    List<String> labels = new ArrayList<>();
    List<LabeledText> rows = new ArrayList<>();
    conll(wnut.resolve("wnut17train.conll"), Split.TRAIN, labels, rows);
    conll(wnut.resolve("emerging.dev.conll"), Split.VALIDATION, labels, rows);
    conll(wnut.resolve("emerging.test.annotated"), Split.TEST, labels, rows);
    Snapshot snapshot = Snapshot.of(TaskKind.SPANS, labels, rows);
    TrainingResult result = train(method, snapshot);
    List<LabeledText> test = snapshot.part(Split.TEST);
    Scores scores = score(test);
    Map<String, String> said = new LinkedHashMap<>();
    double model = f1(labels, test, scores.spans());
    said.put("model", "F1 %.4f".formatted(model));
    scores
        .spanBaselines()
        .forEach((name, spans) -> said.put(name, "F1 %.4f".formatted(f1(labels, test, spans))));
    tell("wnut17", method, result, said);
    assertThat(model).isGreaterThan(0.2);
  }

  private TrainingResult train(Method method, Snapshot snapshot) throws IOException {
    Path file = folder.resolve("snapshot.jsonl");
    SnapshotFile.write(snapshot, file);
    int epochs = Integer.getInteger("bench.epochs", 8);
    return new DjlTrainer()
        .train(
            new TrainingTask(
                new TrainingSpec(method, epochs, 1, "cpu", Map.of()),
                file,
                model(),
                folder.resolve("run.tmp"),
                folder.resolve("cache")),
            JobContext.quiet(),
            event -> {});
  }

  private Scores score(List<LabeledText> texts) throws IOException {
    return new DjlScorer()
        .score(
            new ScoringTask(
                folder.resolve("run.tmp"),
                model(),
                texts.stream().map(LabeledText::text).toList(),
                true,
                0,
                "cpu"),
            JobContext.quiet());
  }

  private Path model() throws IOException {
    return new Catalogue(folder.resolve("data")).folder(Catalogue.BUILT_IN, JobContext.quiet());
  }

  private static Path data(String name) {
    Path data = Path.of("../shared/data").resolve(name);
    assumeTrue(Files.isDirectory(data), () -> "skipped: no data in " + data.toAbsolutePath());
    return data;
  }

  private static List<String> intents(JsonNode text) {
    List<String> intents = new ArrayList<>();
    text.path("intents").forEach(intent -> intents.add(intent.asString()));
    return intents;
  }

  private static void conll(Path file, Split split, List<String> labels, List<LabeledText> rows)
      throws IOException {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add("");
    for (String line : lines) {
      String[] parts = line.split("\t");
      if (parts.length < 2) {
        if (!text.isEmpty()) {
          Target target = new Target.Spans(spans);
          rows.add(new LabeledText(rows.size(), text.toString(), target, split));
        }
        text.setLength(0);
        spans.clear();
        continue;
      }
      text.append(text.isEmpty() ? "" : " ");
      int start = text.length();
      text.append(parts[0]);
      // Where annotators disagreed, the file lists all: the first one counts.
      String tag = parts[1].split(",")[0];
      if (tag.startsWith("B-")) {
        String label = tag.substring(2);
        if (!labels.contains(label)) {
          labels.add(label);
        }
        spans.add(new Span(start, text.length(), labels.indexOf(label)));
      } else if (tag.startsWith("I-") && !spans.isEmpty()) {
        Span open = spans.removeLast();
        spans.add(new Span(open.start(), text.length(), open.label()));
      }
    }
  }

  private static double f1(
      List<String> labels, List<LabeledText> texts, List<List<FoundSpan>> found) {
    List<List<Span>> wanted = new ArrayList<>();
    for (LabeledText text : texts) {
      wanted.add(text.target() instanceof Target.Spans(List<Span> spans) ? spans : List.of());
    }
    List<List<Span>> answers =
        found.stream().map(some -> some.stream().map(FoundSpan::span).toList()).toList();
    return SpanScores.of(labels, wanted, answers).all().f1();
  }

  private static String figures(MultiLabel of) {
    return "micro F1 %.4f, macro F1 %.4f, exact %.4f"
        .formatted(of.microF1(), of.macroF1(), of.subsetAccuracy());
  }

  private static void tell(
      String data, Method method, TrainingResult result, Map<String, String> said) {
    System.out.printf(
        "%s, %s: %s; %.0f s, %.1f texts/s, pass %d, validation %.4f, %s%n",
        data,
        method.id(),
        said,
        result.seconds(),
        result.examplesPerSecond(),
        result.bestEpoch(),
        result.validationAccuracy(),
        result.provenance().getOrDefault("thresholds", ""));
  }
}
