package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Span;
import org.shilpi.data.Split;
import org.shilpi.data.Target;
import org.shilpi.evaluate.MultiLabel;
import org.shilpi.evaluate.SpanScores;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;
import org.shilpi.train.FoundSpan;
import org.shilpi.train.Method;
import org.shilpi.train.Scores;
import org.shilpi.train.ScoringTask;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;

/// Texts with many labels, and texts with labeled spans, through the whole engine.
class TasksTest {
  private static final List<String> CITIES = List.of("paris", "rome", "delhi", "oslo");
  private static final List<String> PEOPLE = List.of("ann", "bob", "zed", "ivy");
  private static final List<String> FILLER = List.of("the", "went", "and", "to", "saw", "with");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void learnsAnyNumberOfLabels(Method method) throws IOException {
    TrainingTask task = task(method, TaskKind.MULTILABEL, many(120, 3));
    List<TrainingEvent> events = new ArrayList<>();
    TrainingResult result = new DjlTrainer().train(task, JobContext.quiet(), events::add);
    assertThat(result.validationAccuracy()).isGreaterThan(0.85);
    assertThat(result.provenance()).containsKeys("thresholds", "way");
    List<LabeledText> asked = many(40, 99);
    Scores scores = score(task, asked.stream().map(LabeledText::text).toList());
    assertThat(scores.labels()).containsExactly("place", "person");
    assertThat(scores.thresholds()).hasSize(2);
    boolean[][] truth = new boolean[asked.size()][2];
    for (int i = 0; i < truth.length; i++) {
      for (int k = 0; k < 2; k++) {
        truth[i][k] = labels(asked.get(i)).contains(k);
      }
    }
    boolean[][] given = MultiLabel.answered(scores.probabilities(), scores.thresholds());
    assertThat(MultiLabel.of(truth, given).microF1()).isGreaterThan(0.8);
    assertThat(scores.baselines()).containsKeys("majority", "tfidf");
    assertThat(Objects.requireNonNull(scores.baselines().get("tfidf"))[1]).hasSize(2);
    if (method != Method.QUICK) {
      assertThat(scores.baselines()).containsKey("frozen");
      assertThat(events).anyMatch(TrainingEvent.Step.class::isInstance);
    }
  }

  @ParameterizedTest
  @EnumSource
  void learnsToMarkSpans(Method method) throws IOException {
    TrainingTask task = task(method, TaskKind.SPANS, spans(120, 3));
    TrainingResult result = new DjlTrainer().train(task, JobContext.quiet(), event -> {});
    assertThat(result.validationAccuracy()).isGreaterThan(method == Method.QUICK ? 0.5 : 0.8);
    List<LabeledText> asked = spans(40, 99);
    // Longer than the model reads at once.
    asked.add(
        new LabeledText(
            99, "went and saw the ".repeat(40), new Target.Spans(List.of()), Split.TEST));
    Scores scores = score(task, asked.stream().map(LabeledText::text).toList());
    assertThat(scores.probabilities()).isEmpty();
    List<List<Span>> wanted = asked.stream().map(TasksTest::wanted).toList();
    assertThat(scores.spans()).hasSameSizeAs(asked);
    assertThat(f1(scores, wanted, scores.spans()))
        .isGreaterThan(method == Method.QUICK ? 0.3 : 0.7);
    List<List<FoundSpan>> plain = Objects.requireNonNull(scores.spanBaselines().get("dictionary"));
    assertThat(f1(scores, wanted, plain)).isGreaterThan(0.9);
    if (method != Method.QUICK) {
      assertThat(scores.spanBaselines()).containsKey("frozen");
    }
    if (method == Method.BALANCED) {
      assertThat(result.provenance()).containsEntry("learnedFrom", "all");
      Path adapter = task.run().resolve("model/adapter_config.json");
      assertThat(Goldens.json(adapter).get("task_type").asString()).isEqualTo("TOKEN_CLS");
    }
    for (List<FoundSpan> found : scores.spans()) {
      assertThat(found).allMatch(span -> span.confidence() > 0 && span.confidence() <= 1);
    }
  }

  @Test
  void tellsHowManySpansHaveNoWordOfTheirOwn() throws IOException {
    List<LabeledText> rows = spans(40, 3);
    // Both in "paris-rome", which the tokenizer takes for three words, and in "annbob", one word.
    Target shared = new Target.Spans(List.of(new Span(0, 3, 1), new Span(3, 6, 1)));
    Target apart = new Target.Spans(List.of(new Span(0, 5, 0), new Span(6, 10, 0)));
    for (int i = 0; i < 3; i++) {
      rows.add(new LabeledText(80 + i, "annbob went to oslo", shared, Split.TRAIN));
      rows.add(new LabeledText(90 + i, "paris-rome went to oslo", apart, Split.TRAIN));
    }
    List<TrainingEvent> events = new ArrayList<>();
    new DjlTrainer()
        .train(task(Method.QUICK, TaskKind.SPANS, rows), JobContext.quiet(), events::add);
    assertThat(events)
        .contains(new TrainingEvent.Notice("notice.train.spans-lost", List.of("3")))
        .filteredOn(TrainingEvent.Notice.class::isInstance)
        .hasSize(1);
  }

  @Test
  void refusesToLearnFromTextsWithoutAnyLabel() throws IOException {
    List<LabeledText> rows = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      rows.add(new LabeledText(i, "text " + i, new Target.Many(List.of()), Split.TRAIN));
    }
    TrainingTask task = task(Method.QUICK, TaskKind.MULTILABEL, rows);
    assertThatThrownBy(() -> new DjlTrainer().train(task, JobContext.quiet(), event -> {}))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.key()).isEqualTo("problem.train.no-labels"));
  }

  private TrainingTask task(Method method, TaskKind kind, List<LabeledText> rows)
      throws IOException {
    Path snapshot = folder.resolve("snapshot.jsonl");
    SnapshotFile.write(Snapshot.of(kind, List.of("place", "person"), rows), snapshot);
    return new TrainingTask(
        new TrainingSpec(
            method,
            6,
            7,
            "cpu",
            Map.of(
                "learningRate",
                method == Method.BALANCED ? "1e-2" : "3e-3",
                "maxLength",
                "48",
                "dropout",
                "0",
                "fewShot",
                method == Method.BALANCED ? "always" : "never")),
        snapshot,
        Shelf.baseModel(),
        folder.resolve("run.tmp"),
        folder.resolve("cache"));
  }

  private static Scores score(TrainingTask task, List<String> texts) throws IOException {
    return new DjlScorer()
        .score(
            new ScoringTask(task.run(), task.baseModel(), texts, true, 1, "cpu"),
            JobContext.quiet());
  }

  private static double f1(Scores scores, List<List<Span>> wanted, List<List<FoundSpan>> found) {
    List<List<Span>> spans =
        found.stream().map(some -> some.stream().map(FoundSpan::span).toList()).toList();
    return SpanScores.of(scores.labels(), wanted, spans).all().f1();
  }

  private static List<Span> wanted(LabeledText row) {
    return row.target() instanceof Target.Spans(List<Span> spans) ? spans : List.of();
  }

  private static List<Integer> labels(LabeledText row) {
    return row.target() instanceof Target.Many(List<Integer> labels) ? labels : List.of();
  }

  private static List<LabeledText> many(int count, long seed) {
    List<LabeledText> rows = new ArrayList<>();
    for (LabeledText row : spans(count, seed)) {
      List<Integer> labels = wanted(row).stream().map(Span::label).toList();
      rows.add(new LabeledText(row.id(), row.text(), new Target.Many(labels), row.split()));
    }
    return rows;
  }

  private static List<LabeledText> spans(int count, long seed) {
    Random random = new Random(seed);
    List<LabeledText> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      List<Span> spans = new ArrayList<>();
      for (int w = 0; w < 5; w++) {
        text.append(w == 0 ? "" : " ");
        int label = random.nextInt(4);
        List<String> from = label == 0 ? CITIES : label == 1 ? PEOPLE : FILLER;
        int start = text.length();
        text.append(from.get(random.nextInt(from.size())));
        if (label < 2) {
          spans.add(new Span(start, text.length(), label));
        }
      }
      rows.add(
          new LabeledText(
              i + 1,
              text.toString(),
              new Target.Spans(spans),
              i % 5 == 4 ? Split.VALIDATION : Split.TRAIN));
    }
    return rows;
  }
}
