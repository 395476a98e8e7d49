package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.Mark;
import org.shilpi.data.Origin;
import org.shilpi.data.Outgoing;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;
import org.shilpi.store.ExampleStore;

/// Texts leave a project and come in again as they were.
class SaveTextsTest {
  @TempDir Path temp;

  private ProjectSession project(String name) {
    return ProjectSession.create(
        temp.resolve(name), TaskKind.SPANS, Catalogue.BUILT_IN, TestProject.CLOCK);
  }

  private static List<Outgoing> texts(ProjectSession session) {
    return new ExampleStore(session.database())
        .judged(0, 100).stream()
            .map(text -> Outgoing.of(text.example(), text.judgement()))
            .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "jsonl"})
  void whatWasSavedComesInAgain(String format) throws IOException {
    Path file = temp.resolve("texts." + format);
    List<Outgoing> before;
    try (ProjectSession session = project("one")) {
      Intake intake = new Intake(session, ImportOrder.of(List.of(file)));
      intake.open("mails", "0".repeat(64), Split.NONE);
      intake.take(
          new Mapped.Text(
              1,
              "Asha wrote, \"see Pune\" 🙂 to Ravi",
              new Judgement.Spans(List.of(new Mark(0, 4, "person"), new Mark(17, 21, "place"))),
              new Origin(
                  Map.of(Origin.DATE, "2026-05-12", Origin.GROUP, "t 7", Origin.SPLIT, "test"))));
      intake.take(
          new Mapped.Text(
              2,
              "two\nlines of text",
              new Judgement.Spans(List.of()),
              new Origin(Map.of(Origin.GROUP, "t 7"))));
      intake.take(new Mapped.Text(3, "nobody looked", Judgement.NONE, Origin.UNKNOWN));
      intake.finish();
      before = texts(session);
      assertThat(new SaveTexts(session).run(SaveTexts.format(format), file, JobContext.quiet()))
          .isEqualTo(new SaveTexts.Report(3, 0, List.of()));
    }
    try (ProjectSession session = project("two")) {
      new ImportData(session).run(ImportRequest.of(file), JobContext.quiet());
      assertThat(texts(session)).isEqualTo(before);
      assertThat(new LabelExamples(session).find(1).orElseThrow().split()).isEqualTo(Split.TEST);
    }
  }

  @Test
  void whatAFormatCannotHoldIsLeftOutAndTold() throws IOException {
    try (ProjectSession session = TestProject.create(temp.resolve("project"))) {
      assertThatThrownBy(() ->
              new SaveTexts(session)
                  .run(SaveTexts.format("csv"), temp.resolve("none.csv"), JobContext.quiet()))
          .isInstanceOf(Problem.class);
      TestProject.add(
          session,
          TestProject.file(temp, "in.csv", "one of them,a\n\"two\nlines\",a\n"),
          Split.NONE);
      Path out = temp.resolve("out.txt");
      SaveTexts.Report report =
          new SaveTexts(session).run(SaveTexts.format("fasttext"), out, JobContext.quiet());
      assertThat(report.written()).isEqualTo(1);
      assertThat(report.some())
          .singleElement()
          .satisfies(text -> {
            assertThat(text.example()).isEqualTo(2);
            assertThat(text.why().key()).isEqualTo("unwritable.line-break");
          });
      assertThat(Files.readAllLines(out)).hasSize(1);
    }
    assertThatThrownBy(() -> SaveTexts.format("papyrus")).isInstanceOf(Problem.class);
  }
}
