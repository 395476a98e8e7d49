package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.Documents;
import org.shilpi.data.Judgement;
import org.shilpi.data.Origin;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.data.Split;
import org.shilpi.data.format.Formats;
import org.shilpi.data.parquet.ParquetOut;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.train.Method;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingSpec;

class TrainModelTest {
  private static final TrainingSpec SPEC = TrainingSpec.of(Method.QUICK);
  private static final NearestTextTrainer NEAREST = new NearestTextTrainer();

  @TempDir Path temp;
  private ProjectSession session;

  @BeforeEach
  void open() {
    session = TestProject.create(temp.resolve("project"));
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void texts(String rows) throws IOException {
    TestProject.add(session, TestProject.file(temp, "rows.csv", rows), Split.NONE);
  }

  private Run train(Trainer trainer) throws IOException {
    return new TrainModel(session, TestProject.CATALOGUE, trainer)
        .run(SPEC, JobContext.quiet(), event -> {});
  }

  @Test
  void aRunGoesFromTextsToAnEvaluation() throws IOException {
    texts(TestProject.rows("cards", 0, 20) + TestProject.rows("loans", 20, 20));
    List<TrainingEvent> events = new ArrayList<>();
    Run run =
        new TrainModel(session, TestProject.CATALOGUE, NEAREST)
            .run(SPEC, JobContext.quiet(), events::add);
    assertThat(run.state()).isEqualTo(RunState.DONE);
    assertThat(run.result().orElseThrow().provenance()).containsEntry("kind", "nearest");
    assertThat(session.events(run.id())).isEqualTo(events).hasSize(4);
    assertThat(session.paths().run(1).resolve("model/texts.jsonl")).exists();
    assertThat(session.paths().runDraft(1)).doesNotExist();
    assertThat(session.paths().snapshot(run.fingerprint())).exists();

    EvaluateModel evaluate = new EvaluateModel(session, TestProject.CATALOGUE, NEAREST);
    assertThat(evaluate.stored(1, Split.TEST)).isEmpty();
    Evaluation evaluation = evaluate.run(1, Split.TEST, JobContext.quiet());
    assertThat(evaluation.accuracy()).isEqualTo(1);
    assertThat(evaluation.baselines())
        .singleElement()
        .satisfies(b -> assertThat(b.name()).isEqualTo("majority"));
    assertThat(evaluate.stored(1, Split.TEST).orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(evaluation);
    assertThat(session.summary().accuracy()).contains(1.0);
  }

  @Test
  void textsLabeledSinceAreTheUndecidedPart() throws IOException {
    texts(TestProject.rows("cards", 0, 10) + TestProject.rows("loans", 10, 10));
    train(NEAREST);
    EvaluateModel evaluate = new EvaluateModel(session, TestProject.CATALOGUE, NEAREST);
    assertThatThrownBy(() -> evaluate.run(1, Split.NONE, JobContext.quiet()))
        .satisfies(failure -> assertThat(key(failure)).isEqualTo("problem.evaluate.no-texts"));
    TestProject.add(
        session, TestProject.file(temp, "more.csv", TestProject.rows("cards", 5, 10)), Split.NONE);
    assertThat(evaluate.run(1, Split.NONE, JobContext.quiet()).n()).isEqualTo(5);
  }

  private static String key(Throwable failure) {
    return ((Problem) failure).key();
  }

  private void refused(String key) {
    assertThatThrownBy(() -> train(NEAREST))
        .satisfies(failure -> assertThat(key(failure)).isEqualTo(key));
    assertThat(session.runs()).isEmpty();
    assertThat(session.paths().path().resolve("runs")).doesNotExist();
  }

  @Test
  void tooLittleToLearnFromIsRefused() throws IOException {
    refused("problem.train.nothing");
    texts("first,cards\nsecond,cards\nunlabeled,\n");
    refused("problem.train.one-label");
    texts("third,loans\n");
    refused("problem.train.too-few");
    texts("THIRD,loans\n");
    refused("problem.train.too-few");
    texts("fourth,loans\n");
    assertThat(train(NEAREST).state()).isEqualTo(RunState.DONE);
  }

  @Test
  void aFailureIsRememberedWithItsSentence() throws IOException {
    texts(TestProject.rows("cards", 0, 5) + TestProject.rows("loans", 5, 5));
    assertThatThrownBy(() ->
            train((task, context, events) -> {
              throw Problem.of("problem.train.device", "cuda:0|x");
            }))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() ->
            train((task, context, events) -> {
              throw new OutOfMemoryError("as if");
            }))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(session.runs())
        .extracting(Run::state, Run::failure)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                RunState.FAILED,
                Optional.of("problem.train.unexpected|java.lang.OutOfMemoryError: as if")),
            org.assertj.core.groups.Tuple.tuple(
                RunState.FAILED, Optional.of("problem.train.device|cuda:0¦x")));
  }

  @Test
  void aStoppedRunGoesOnWithTheSameDataAndChoices() throws IOException {
    texts(TestProject.rows("cards", 0, 5) + TestProject.rows("loans", 5, 5));
    assertThatThrownBy(() ->
            train((task, context, events) -> {
              events.accept(new TrainingEvent.Step(1, 3, 0.3, 9, 1e-3, 1));
              events.accept(new TrainingEvent.Checkpoint(1));
              events.accept(new TrainingEvent.Step(2, 3, 0.6, 8, 1e-3, 1));
              Files.writeString(task.run().resolve("checkpoint"), "1");
              throw new CancelledException();
            }))
        .isInstanceOf(CancelledException.class);
    assertThat(session.runs().getFirst().state()).isEqualTo(RunState.CANCELLED);
    texts(TestProject.rows("new", 50, 5));
    TrainModel goOn =
        new TrainModel(
            session,
            TestProject.CATALOGUE,
            (task, context, events) -> {
              assertThat(task.run().resolve("checkpoint")).hasContent("1");
              Files.delete(task.run().resolve("checkpoint"));
              return NEAREST.train(task, context, events);
            });
    Run resumed = goOn.resume(1, JobContext.quiet(), event -> {});
    assertThat(resumed.state()).isEqualTo(RunState.DONE);
    assertThat(resumed.spec()).isEqualTo(SPEC);
    assertThat(session.events(1))
        .filteredOn(event -> event instanceof TrainingEvent.Step)
        .extracting(event -> ((TrainingEvent.Step) event).loss())
        .containsExactly(1.0, 0.5, 1 / 3.0);
    assertThatThrownBy(() -> goOn.resume(1, JobContext.quiet(), event -> {}))
        .satisfies(failure -> assertThat(key(failure)).isEqualTo("problem.train.done"));
    assertThatThrownBy(() -> goOn.resume(7, JobContext.quiet(), event -> {}))
        .satisfies(failure -> assertThat(key(failure)).isEqualTo("problem.train.no-run"));
  }

  @Test
  void aRunThatNobodyWorksOnIsInterruptedWhenTheProjectIsOpened() throws IOException {
    texts(TestProject.rows("cards", 0, 5) + TestProject.rows("loans", 5, 5));
    train(NEAREST);
    session.database().update("UPDATE run SET state = 'RUNNING', result = NULL");
    session.close();
    session = ProjectSession.open(temp.resolve("project"), TestProject.CLOCK);
    assertThat(session.runs().getFirst().state()).isEqualTo(RunState.INTERRUPTED);
    Run resumed =
        new TrainModel(
                session,
                TestProject.CATALOGUE,
                (task, context, events) -> {
                  Files.delete(task.run().resolve("model/texts.jsonl"));
                  return NEAREST.train(task, context, events);
                })
            .resume(1, JobContext.quiet(), event -> {});
    assertThat(resumed.state()).isEqualTo(RunState.DONE);
  }

  @Test
  void answersKeepWhereTheirTextsComeFromWhateverTheFormat() throws IOException {
    texts(TestProject.rows("cards", 0, 5) + TestProject.rows("loans", 5, 5));
    train(NEAREST);
    Documents documents = request -> new ReadMail(request.file());
    PredictTexts predict =
        new PredictTexts(session, TestProject.CATALOGUE, NEAREST, Formats.with(documents, false));
    Path csv = temp.resolve("out.csv");

    new ParquetOut()
        .texts("text", List.of("about loans", "about cards"))
        .texts("received", List.of("2026-05-12", ""))
        .write(temp.resolve("in.parquet"));
    predict.run(1, temp.resolve("in.parquet"), Optional.empty(), csv, JobContext.quiet());
    assertThat(Files.readAllLines(csv))
        .containsExactly(
            "text,label,confidence,row,date",
            "about loans,loans,0.8,1,2026-05-12",
            "about cards,cards,0.8,2,");

    Path mail =
        Files.writeString(
            temp.resolve("in.eml"), "From: a@b.example\nSubject: loans\n\nabout loans\n");
    predict.run(1, mail, Optional.empty(), csv, JobContext.quiet());
    assertThat(Files.readAllLines(csv))
        .containsExactly(
            "text,label,confidence,row,sender,meta.folder",
            "about loans,loans,0.8,1,a@b.example,inbox");
    Path jsonl = temp.resolve("out.jsonl");
    predict.run(1, mail, Optional.empty(), jsonl, JobContext.quiet());
    assertThat(jsonl)
        .content()
        .endsWith("\"row\":1,\"meta\":{\"sender\":\"a@b.example\",\"folder\":\"inbox\"}}\n");
  }

  /// A mail as the program that reads documents would give it.
  private static final class ReadMail implements RowReader {
    private boolean read;
    private final Path file;

    ReadMail(Path file) {
      this.file = file;
    }

    @Override
    public Optional<Row> next() throws IOException {
      if (read) {
        return Optional.empty();
      }
      read = true;
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put(Origin.SENDER, "a@b.example");
      fields.put("folder", "inbox");
      String text = Files.readAllLines(file).getLast();
      return Optional.of(new Row.Text(1, text, Judgement.NONE, new Origin(fields)));
    }

    @Override
    public double share() {
      return read ? 1 : 0;
    }

    @Override
    public void close() {}
  }

  @Test
  void answersGoIntoAFileWholeOrNotAtAll() throws IOException {
    texts(TestProject.rows("cards", 0, 5) + TestProject.rows("loans", 5, 5));
    train(NEAREST);
    PredictTexts predict = new PredictTexts(session, TestProject.CATALOGUE, NEAREST, Formats.ALL);
    Path in =
        Files.writeString(temp.resolve("in.txt"), "about loans \"now\", please\n\nabout cards\n");
    Path csv = temp.resolve("out.csv");
    PredictReport report = predict.run(1, in, Optional.empty(), csv, JobContext.quiet());
    assertThat(report.predicted()).isEqualTo(2);
    assertThat(report.some())
        .containsExactly(new RejectedRow("in.txt", 2, "rejected.no-text", List.of(), ""));
    assertThat(Files.readAllLines(csv))
        .containsExactly(
            "text,label,confidence,row",
            "\"about loans \"\"now\"\", please\",loans,0.8,1",
            "about cards,cards,0.8,3");
    Path jsonl = temp.resolve("out.jsonl");
    predict.run(1, in, Optional.empty(), jsonl, JobContext.quiet());
    assertThat(Files.readAllLines(jsonl).getLast())
        .isEqualTo("{\"text\":\"about cards\",\"label\":\"cards\",\"confidence\":0.8,\"row\":3}");
    PredictTexts broken =
        new PredictTexts(
            session,
            TestProject.CATALOGUE,
            (task, context) -> {
              throw new IOException("the worker died");
            },
            Formats.ALL);
    assertThatThrownBy(() -> broken.run(1, in, Optional.empty(), csv, JobContext.quiet()))
        .hasMessage("the worker died");
    assertThat(csv).content().startsWith("text,label");
    assertThatThrownBy(
            () -> predict.run(1, in, Optional.empty(), temp.resolve("o.xlsx"), JobContext.quiet()))
        .satisfies(failure -> assertThat(key(failure)).isEqualTo("problem.predict.format"));
    assertThatThrownBy(() -> predict.run(1, in, Optional.of("nope"), csv, JobContext.quiet()))
        .satisfies(failure -> assertThat(key(failure)).isEqualTo("problem.data.column"));
    try (Stream<Path> files = Files.list(temp)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("project", "rows.csv", "in.txt", "out.csv", "out.jsonl");
    }
  }
}
