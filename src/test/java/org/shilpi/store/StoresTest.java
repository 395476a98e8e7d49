package org.shilpi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.Example;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mark;
import org.shilpi.data.Origin;
import org.shilpi.data.Span;
import org.shilpi.data.Split;
import org.shilpi.data.Target;
import org.shilpi.data.TextKey;
import org.shilpi.label.Annotation;
import org.shilpi.project.ProjectFolder;
import org.shilpi.store.AnnotationStore.Imported;
import org.shilpi.store.PredictionStore.Answers;
import org.shilpi.store.TargetPredictionStore.Answered;
import org.shilpi.train.Method;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingSpec;

class StoresTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");

  @TempDir Path temp;
  private Database database;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(new ProjectFolder(temp));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static final Judgement A = new Judgement.One("a");
  private static final Judgement B = new Judgement.One("b");

  private void texts(Judgement... said) throws IOException {
    database.transaction(statements -> {
      ExampleStore examples = new ExampleStore(statements);
      LabelStore names = new LabelStore(statements);
      names.add("a");
      names.add("b");
      SourceStore sources = new SourceStore(statements);
      sources.add(List.of(new SourceStore.Arriving(1, "file.csv", "0".repeat(64), NOW)));
      for (int i = 1; i <= said.length; i++) {
        examples.insert(List.of(arriving(new Example(i, "text " + i, Split.NONE, "file.csv", i))));
        new AnnotationStore(statements)
            .importAll(List.of(new Imported(i, said[i - 1])), names.numbers());
      }
      sources.arrive(new SourceStore.Present(said.length, 1));
      return true;
    });
  }

  private static ExampleStore.Arriving arriving(Example example) {
    return new ExampleStore.Arriving(1, TextKey.of(example.text()), example);
  }

  @Test
  void theLatestDecisionWinsAndNothingIsForgotten() throws IOException {
    texts(A, Judgement.NONE);
    AnnotationStore annotations = new AnnotationStore(database);
    annotations.decide(1, B, NOW);
    annotations.decide(1, A, NOW);
    annotations.decide(2, B, NOW);
    assertThat(annotations.standing(1)).isEqualTo(A);
    assertThat(annotations.history(1)).extracting(a -> a.judgement()).containsExactly(A, B, A);
    assertThat(annotations.history(1)).extracting(a -> a.at()).containsOnly(NOW);
    assertThat(annotations.labeled()).isEqualTo(2);
    assertThat(new LabelStore(database).counts()).isEqualTo(Map.of("a", 1, "b", 1));
  }

  @Test
  void undoGoesBackDecisionByDecisionToTheImportedLabel() throws IOException {
    texts(A, Judgement.NONE);
    AnnotationStore annotations = new AnnotationStore(database);
    annotations.decide(1, B, NOW);
    annotations.decide(2, A, NOW);
    annotations.decide(1, A, NOW);
    annotations.undo(annotations.newest().orElseThrow(), NOW);
    assertThat(annotations.standing(1)).isEqualTo(B);
    annotations.undo(annotations.newest().orElseThrow(), NOW);
    assertThat(annotations.standing(2)).isEqualTo(Judgement.NONE);
    annotations.undo(annotations.newest().orElseThrow(), NOW);
    assertThat(annotations.standing(1)).isEqualTo(A);
    assertThat(annotations.newest()).isEmpty();
    assertThat(annotations.history(1)).hasSize(5);
  }

  @Test
  void recentDecisionsNameATextOnce() throws IOException {
    texts(Judgement.NONE, Judgement.NONE, Judgement.NONE);
    AnnotationStore annotations = new AnnotationStore(database);
    annotations.decide(1, A, NOW);
    annotations.decide(2, A, NOW);
    annotations.decide(1, B, NOW);
    annotations.decide(3, B, NOW);
    annotations.undo(annotations.newest().orElseThrow(), NOW);
    assertThat(annotations.recent(10))
        .extracting(d -> d.exampleId(), d -> d.judgement())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, B), org.assertj.core.groups.Tuple.tuple(2L, A));
  }

  @Test
  void runsAndTheirEventsComeBackAsTheyWere() {
    RunStore runs = new RunStore(database);
    TrainingSpec spec =
        new TrainingSpec(Method.THOROUGH, 3, 42, "cpu", Map.of("learningRate", "5e-5"));
    Run run = runs.start(spec, "f".repeat(64), "minilm", NOW);
    assertThat(run)
        .isEqualTo(
            new Run(
                1,
                spec,
                "f".repeat(64),
                "minilm",
                RunState.RUNNING,
                NOW,
                Optional.empty(),
                Optional.empty()));
    List<TrainingEvent> events =
        List.of(
            new TrainingEvent.Phase("load", 0.5),
            new TrainingEvent.Step(1, 10, 0.1, 2.3, 1e-5, 17.25),
            new TrainingEvent.Epoch(1, 2.0, Double.NaN, 0.75, true),
            new TrainingEvent.Checkpoint(5),
            new TrainingEvent.Baseline("tfidf", 0.5),
            new TrainingEvent.Notice("train.notice", List.of("a", "ब")));
    runs.append(1, events);
    assertThat(runs.events(1)).isEqualTo(events);
    TrainingResult result =
        new TrainingResult(12.5, 100, 900, 2, 0.9, 0.3, Map.of("engine", "2.7.1"));
    runs.done(1, result);
    assertThat(runs.find(1).orElseThrow().result()).contains(result);
    assertThat(runs.interruptRunning()).isZero();
    runs.start(spec, "f".repeat(64), "minilm", NOW);
    assertThat(runs.interruptRunning()).isEqualTo(1);
    assertThat(runs.all())
        .extracting(Run::state)
        .containsExactly(RunState.INTERRUPTED, RunState.DONE);
  }

  @Test
  void answersComeBackBitByBit() throws IOException {
    new RunStore(database).start(TrainingSpec.of(Method.QUICK), "f".repeat(64), "minilm", NOW);
    float[][] rows = {{0.1f, 0.7f, 0.2f}, {1e-30f, 0.25f, 0.75f}};
    Answers answers =
        new Answers(
            List.of("a", "b", "c"),
            new long[] {3, 9},
            new int[] {1, 0},
            rows,
            Map.of("majority", new float[][] {{1, 0, 0}, {1, 0, 0}}),
            new double[] {1.5, 2.25});
    PredictionStore predictions = new PredictionStore(database);
    for (int i = 0; i < 2; i++) {
      database.transaction(statements -> {
        new PredictionStore(statements).put(1, Split.TEST, answers, NOW);
        return true;
      });
    }
    assertThat(predictions.get(1, Split.TEST).orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(answers);
    assertThat(predictions.get(1, Split.VALIDATION)).isEmpty();
    assertThat(predictions.latestAccuracy(Split.TEST)).contains(0.5);
    assertThat(predictions.latestAccuracy(Split.VALIDATION)).isEmpty();
  }

  @Test
  void theQueueFindsTheNextUnlabeledText() throws IOException {
    texts(A, Judgement.NONE, B, Judgement.NONE);
    ExampleStore examples = new ExampleStore(database);
    assertThat(examples.nextUnlabeled(1).orElseThrow().id()).isEqualTo(2);
    assertThat(examples.nextUnlabeled(3).orElseThrow().id()).isEqualTo(4);
    assertThat(examples.nextUnlabeled(5)).isEmpty();
    assertThat(examples.neighbour(2, true).orElseThrow().id()).isEqualTo(3);
    assertThat(examples.neighbour(2, false).orElseThrow().id()).isEqualTo(1);
    assertThat(examples.neighbour(1, false)).isEmpty();
  }

  @Test
  void severalLabelsAndMarksStandAndCanBeTakenBack() throws IOException {
    Judgement both = new Judgement.Many(List.of("b", "a"));
    Judgement none = new Judgement.Many(List.of());
    Judgement marks = new Judgement.Spans(List.of(new Mark(0, 4, "a"), new Mark(5, 6, "a")));
    texts(both, none, marks, Judgement.NONE);
    AnnotationStore annotations = new AnnotationStore(database);
    LabelStore labels = new LabelStore(database);
    assertThat(annotations.standing(1)).isEqualTo(new Judgement.Many(List.of("a", "b")));
    assertThat(annotations.standing(2)).isEqualTo(none);
    assertThat(annotations.standing(3)).isEqualTo(marks);
    assertThat(annotations.labeled()).isEqualTo(3);
    assertThat(labels.counts()).isEqualTo(Map.of("a", 2, "b", 1));
    assertThat(new ExampleStore(database).nextUnlabeled(1).orElseThrow().id()).isEqualTo(4);
    annotations.decide(1, none, NOW);
    annotations.decide(3, new Judgement.Spans(List.of(new Mark(0, 4, "b"))), NOW);
    assertThat(labels.counts()).isEqualTo(Map.of("a", 0, "b", 1));
    annotations.undo(annotations.newest().orElseThrow(), NOW);
    annotations.undo(annotations.newest().orElseThrow(), NOW);
    assertThat(labels.counts()).isEqualTo(Map.of("a", 2, "b", 1));
    assertThat(annotations.standing(3)).isEqualTo(marks);
    assertThat(annotations.history(3))
        .extracting(a -> a.source().name())
        .containsExactly("IMPORT", "PERSON", "PERSON");
    assertThat(annotations.history(2))
        .containsExactly(new Annotation(2, none, Annotation.Source.IMPORT, NOW));
  }

  @Test
  void anOriginComesBackAsItWas() throws IOException {
    Origin origin =
        new Origin(
            Map.of(
                Origin.DATE, "2026-05-12", Origin.GROUP, "thread 7", "x-mailer", "नमस्ते \"7\""));
    database.transaction(statements -> {
      ExampleStore examples = new ExampleStore(statements);
      SourceStore sources = new SourceStore(statements);
      sources.add(List.of(new SourceStore.Arriving(1, "mails", "0".repeat(64), NOW)));
      examples.insert(
          List.of(
              arriving(new Example(1, "with", Split.NONE, "mails", 1, origin)),
              arriving(new Example(2, "without", Split.NONE, "mails", 2))));
      sources.arrive(new SourceStore.Present(2, 1));
      return true;
    });
    ExampleStore examples = new ExampleStore(database);
    assertThat(examples.find(1).orElseThrow().origin()).isEqualTo(origin);
    assertThat(examples.find(2).orElseThrow().origin()).isEqualTo(Origin.UNKNOWN);
  }

  @Test
  void answersWithSpansComeBackAsTheyWere() throws IOException {
    new RunStore(database).start(TrainingSpec.of(Method.QUICK), "f".repeat(64), "minilm", NOW);
    List<Target> truth =
        List.of(new Target.Spans(List.of(new Span(0, 4, 1))), new Target.Spans(List.of()));
    TargetPredictionStore.Answers answers =
        new TargetPredictionStore.Answers(
            List.of("a", "b"),
            new long[] {3, 9},
            truth,
            Map.of(
                TargetPredictionStore.MODEL,
                List.of(
                    new Answered(truth.getFirst(), new float[] {0.75f}),
                    new Answered(truth.getFirst(), new float[] {0.1f})),
                "dictionary",
                List.of(
                    new Answered(truth.getLast(), new float[0]),
                    new Answered(truth.getLast(), new float[0]))),
            new double[] {1.5});
    for (int i = 0; i < 2; i++) {
      database.transaction(statements -> {
        new TargetPredictionStore(statements).put(1, Split.TEST, answers, NOW);
        return true;
      });
    }
    assertThat(new TargetPredictionStore(database).get(1, Split.TEST).orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(answers);
    assertThat(new PredictionStore(database).latestAccuracy(Split.TEST)).contains(0.5);
  }
}
