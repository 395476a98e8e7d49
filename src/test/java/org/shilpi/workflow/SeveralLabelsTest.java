package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.Mark;
import org.shilpi.data.Origin;
import org.shilpi.data.Split;
import org.shilpi.data.format.Formats;
import org.shilpi.djl.DjlScorer;
import org.shilpi.djl.DjlTrainer;
import org.shilpi.evaluate.TargetEvaluation;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;
import org.shilpi.train.Method;
import org.shilpi.train.Run;
import org.shilpi.train.TrainingSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Texts with any number of labels, or labels on their parts, go all the way from a file to
/// predictions.
class SeveralLabelsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path temp;

  private ProjectSession project(TaskKind task, List<Judgement> said, List<String> texts)
      throws IOException {
    ProjectSession session =
        ProjectSession.create(temp.resolve("project"), task, Catalogue.BUILT_IN, TestProject.CLOCK);
    Intake intake = new Intake(session, ImportOrder.of(List.of(temp)));
    intake.open("rows", "0".repeat(64), Split.NONE);
    for (int i = 0; i < texts.size(); i++) {
      intake.take(new Mapped.Text(i + 1, texts.get(i), said.get(i), Origin.UNKNOWN));
    }
    intake.finish();
    return session;
  }

  private static Run train(ProjectSession session) throws IOException {
    return new TrainModel(session, TestProject.CATALOGUE, new DjlTrainer())
        .run(TrainingSpec.of(Method.QUICK), JobContext.quiet(), event -> {});
  }

  private static TargetEvaluation assess(ProjectSession session, Run run) throws IOException {
    return (TargetEvaluation)
        new EvaluateModel(session, TestProject.CATALOGUE, new DjlScorer())
            .assess(run.id(), Split.TEST, JobContext.quiet());
  }

  private List<JsonNode> predict(ProjectSession session, Run run, String texts) throws IOException {
    Path in = Files.writeString(temp.resolve("new.txt"), texts);
    Path out = temp.resolve("answers.jsonl");
    PredictTexts verb =
        new PredictTexts(session, TestProject.CATALOGUE, new DjlScorer(), Formats.ALL);
    verb.run(run.id(), in, Optional.empty(), out, JobContext.quiet());
    assertThatThrownBy(() ->
            verb.run(
                run.id(), in, Optional.empty(), temp.resolve("answers.csv"), JobContext.quiet()))
        .isInstanceOf(Problem.class);
    return Files.readAllLines(out).stream().map(JSON::readTree).toList();
  }

  @Test
  void anyNumberOfLabels() throws IOException {
    List<Judgement> said = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<String> labels = new ArrayList<>();
      String text = "message number " + i;
      if (i % 2 == 0) {
        labels.add("money");
        text += " about an unpaid bank invoice and its price";
      }
      if (i % 3 == 0) {
        labels.add("travel");
        text += " about a flight to Delhi and a hotel room";
      }
      said.add(i == 3 ? new Judgement.One("travel") : new Judgement.Many(labels));
      texts.add(text);
    }
    try (ProjectSession session = project(TaskKind.MULTILABEL, said, texts)) {
      assertThat(new LabelExamples(session).counts()).isEqualTo(Map.of("money", 30, "travel", 20));
      assertThat(session.summary().labeled()).isEqualTo(60);
      Run run = train(session);
      TargetEvaluation found = assess(session, run);
      assertThat(found.whole().counts().f1()).isGreaterThan(0.8);
      assertThat(found.baselines()).extracting(TargetEvaluation.Baseline::name).contains("tfidf");
      assertThat(session.summary().accuracy()).contains((double) found.exactTexts() / found.n());
      List<JsonNode> answers =
          predict(session, run, "the bank sent the unpaid invoice with a price\nhello\n");
      assertThat(answers).hasSize(2);
      assertThat(answers.getFirst().path("labels").path(0).asString()).isEqualTo("money");
      assertThat(answers.getFirst().path("confidences").path(0).asDouble()).isBetween(0.0, 1.0);
      assertThatThrownBy(() -> new LabelExamples(session).label(1, "money"))
          .isInstanceOf(Problem.class);
      new LabelExamples(session).judge(1, new Judgement.Many(List.of()));
      assertThat(new LabelExamples(session).counts()).containsEntry("money", 29);
    }
  }

  @Test
  void labelsOnParts() throws IOException {
    List<String> cities = List.of("Delhi", "Pune", "Chennai", "Kolkata", "Mumbai", "Jaipur");
    List<Judgement> said = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String city = cities.get(i % cities.size());
      String text = "train " + i + " goes to " + city + " today";
      int start = text.indexOf(city);
      texts.add(text);
      said.add(new Judgement.Spans(List.of(new Mark(start, start + city.length(), "city"))));
    }
    try (ProjectSession session = project(TaskKind.SPANS, said, texts)) {
      Run run = train(session);
      TargetEvaluation found = assess(session, run);
      assertThat(found.whole().counts().f1()).isGreaterThan(0.8);
      assertThat(found.perLabel()).extracting(score -> score.label()).containsExactly("city");
      JsonNode span = predict(session, run, "it goes to Pune today\n").getFirst().path("spans");
      assertThat(span.path(0).path("label").asString()).isEqualTo("city");
      assertThat(span.path(0).path("start").asInt()).isEqualTo(11);
      assertThat(span.path(0).path("end").asInt()).isEqualTo(15);
    }
  }

  @Test
  void whatDoesNotFitTheTaskIsTurnedAwayWithAReason() throws IOException {
    Judgement one = new Judgement.One("a");
    Judgement several = new Judgement.Many(List.of("a", "b"));
    Judgement single = new Judgement.Many(List.of("a"));
    Judgement marks = new Judgement.Spans(List.of(new Mark(0, 4, "a")));
    List<Judgement> said = List.of(one, several, single, marks, Judgement.NONE);
    List<String> texts = List.of("one text", "text two", "text three", "text four", "text five");
    Map<TaskKind, List<String>> reasons = new HashMap<>();
    for (TaskKind task : List.of(TaskKind.CLASSIFY, TaskKind.MULTILABEL, TaskKind.SPANS)) {
      temp = Files.createDirectory(temp.resolve(task.id()));
      try (ProjectSession session = project(task, said, texts)) {
        reasons.put(
            task,
            new ImportData(session)
                .rejected(10).reversed().stream().map(r -> r.row() + " " + r.key()).toList());
      }
    }
    assertThat(reasons)
        .isEqualTo(
            Map.of(
                TaskKind.CLASSIFY,
                List.of("2 rejected.several-labels", "4 rejected.marks-parts"),
                TaskKind.MULTILABEL,
                List.of("4 rejected.marks-parts"),
                TaskKind.SPANS,
                List.of(
                    "1 rejected.labels-whole",
                    "2 rejected.labels-whole",
                    "3 rejected.labels-whole")));
  }
}
