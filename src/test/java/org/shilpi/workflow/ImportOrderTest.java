package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.Known;
import org.shilpi.data.Origin;
import org.shilpi.data.Split;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;

/// Several files and folders in one import.
class ImportOrderTest {
  @TempDir Path temp;
  private ProjectSession session;
  private ImportData imports;

  @BeforeEach
  void open() {
    session = TestProject.create(temp.resolve("project"));
    imports = new ImportData(session);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Path file(String name, String content) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private ImportSummary run(Path... paths) throws IOException {
    return imports.run(ImportOrder.of(List.of(paths)), JobContext.quiet());
  }

  private static ImportOrder byFolder(Path folder) {
    return new ImportOrder(
        List.of(folder), FileReading.GUESSED, true, Split.NONE, Known.REFUSE_FILE, false);
  }

  @Test
  void foldersAndFilesComeInTogether() throws IOException {
    file("mails/b.csv", "text,label\nsecond of them,y\n");
    file("mails/a/one.txt", "first of them\n");
    file("mails/.hidden/x.csv", "text,label\nnot to be seen,z\n");
    file("mails/.also", "not to be seen\n");
    Path alone = file("alone.csv", "text,label\nthird of them,y\n,bad\n");
    ImportSummary summary = run(temp.resolve("mails"), alone, alone);
    assertThat(summary.files())
        .extracting(ImportSummary.CameIn::name)
        .containsExactly("mails/a/one.txt", "mails/b.csv", "alone.csv");
    assertThat(summary.total()).isEqualTo(new ImportReport(3, 1, 0, List.of("y")));
    LabelExamples labels = new LabelExamples(session);
    assertThat(labels.find(1).orElseThrow().source()).isEqualTo("mails/a/one.txt");
    assertThat(labels.counts()).containsOnlyKeys("y").containsEntry("y", 2);
    assertThat(imports.rejected(5)).extracting(RejectedRow::source).containsExactly("alone.csv");
  }

  @Test
  void aFoldersNameIsTheLabelWhereItIsAskedFor() throws IOException {
    file("mails/spam/1.txt", "win a prize\n");
    file("mails/ham/2.txt", "see you at noon\nnot today\n");
    file("mails/3.txt", "no folder of its own\n");
    imports.run(byFolder(temp.resolve("mails")), JobContext.quiet());
    assertThat(new LabelExamples(session).counts())
        .containsExactly(
            java.util.Map.entry("mails", 1),
            java.util.Map.entry("ham", 2),
            java.util.Map.entry("spam", 1));
  }

  @Test
  void aFileThatCannotBeReadIsLeftOutWithAllItBrought() throws IOException {
    StringBuilder broken = new StringBuilder("text,label\n");
    for (int i = 0; i < 5_000; i++) {
      broken.append("row ").append(i).append(",broken\n");
    }
    broken.append("\"never\" closed\" quote,broken\n");
    Path a = file("a.csv", "text,label\nfine as it is,good\n");
    Path b = file("b.csv", broken.toString());
    Path c = Files.write(temp.resolve("c.csv"), new byte[] {0, 1, 2, 0, 0, 0, 3, 0, 0});
    Path d = file("d.csv", "text,label\nrow 1,good\nalso fine,good\n");
    ImportSummary summary = run(a, b, c, d);
    assertThat(summary.files())
        .extracting(ImportSummary.CameIn::name)
        .containsExactly("a.csv", "d.csv");
    assertThat(summary.refused())
        .extracting(file -> file.name() + " " + file.why().key())
        .containsExactly("b.csv problem.data.quotes", "c.csv problem.data.binary");
    assertThat(summary.total().duplicates()).isZero();
    assertThat(new LabelExamples(session).counts())
        .containsOnlyKeys("good")
        .containsEntry("good", 3);
    assertThat(session.summary().texts()).isEqualTo(3);
    assertThat(new LabelExamples(session).find(3).orElseThrow().text()).isEqualTo("also fine");
  }

  @Test
  void whatCameInBeforeIsToldAndComesInAgainOnlyIfAskedFor() throws IOException {
    Path one = file("one.csv", "text,label\nhello,a\n");
    Path copy = file("copy.csv", "text,label\nhello,a\n");
    Path other = file("other.csv", "text,label\nHello ,b\n");
    assertThat(run(one, copy).refused())
        .extracting(file -> file.name() + " " + file.why().key())
        .containsExactly("copy.csv problem.data.twice");
    assertThatThrownBy(() -> run(copy))
        .isInstanceOfSatisfying(
            Problem.class, why -> assertThat(why.key()).isEqualTo("problem.data.again"));
    assertThat(run(other).total().duplicates()).isEqualTo(1);
    ImportOrder again =
        new ImportOrder(List.of(one), FileReading.GUESSED, false, Split.NONE, Known.AGAIN, false);
    assertThat(imports.run(again, JobContext.quiet()).total())
        .isEqualTo(new ImportReport(1, 0, 1, List.of()));
    assertThat(session.summary().texts()).isEqualTo(3);
    Path grown = file("grown.csv", "text,label\nhello,a\nHELLO,z\nnew,c\n");
    ImportOrder news =
        new ImportOrder(
            List.of(one, grown), FileReading.GUESSED, false, Split.NONE, Known.LEAVE_OUT, false);
    assertThat(imports.run(news, JobContext.quiet()).total())
        .isEqualTo(new ImportReport(1, 0, 3, List.of("c")));
    assertThat(new LabelExamples(session).find(4).orElseThrow().text()).isEqualTo("new");
  }

  @Test
  void nothingIsSeenBeforeTheEndAndNothingIsLeftOfACancelledImport() throws IOException {
    file("many/1.csv", "text,label\n" + TestProject.rows("a", 0, 6_000) + ",bad\n");
    file("many/2.csv", "text,label\n" + TestProject.rows("b", 0, 6_000));
    run(file("few.csv", "text,label\nwas there,x\nunlabeled,\n"));
    ProjectSummary before = session.summary();
    List<ProjectSummary> during = new ArrayList<>();
    LabelExamples labels = new LabelExamples(session);
    JobContext watching =
        new JobContext() {
          private int rows;

          @Override
          public void report(Progress progress) {
            rows++;
            if (rows % 4_000 == 0) {
              during.add(session.summary());
              assertThat(labels.next().orElseThrow().id()).isEqualTo(2);
              assertThat(labels.neighbour(2, true)).isEmpty();
              assertThat(labels.find(3)).isEmpty();
              assertThat(new BrowseTexts(session).page(0, 10)).hasSize(2);
              labels.label(1, "x");
            }
          }

          @Override
          public boolean cancelled() {
            return rows > 10_000;
          }
        };
    assertThatThrownBy(() -> imports.run(ImportOrder.of(List.of(temp.resolve("many"))), watching))
        .isInstanceOf(CancelledException.class);
    assertThat(during).hasSize(2).containsOnly(before);
    assertThat(session.summary()).isEqualTo(before);
    assertThat(session.database().number("SELECT COUNT(*) FROM example")).isEqualTo(2);
    assertThat(session.database().number("SELECT COUNT(*) FROM standing")).isEqualTo(2);
    assertThat(session.database().number("SELECT COUNT(*) FROM source")).isEqualTo(1);
    assertThat(run(temp.resolve("many")).total())
        .isEqualTo(new ImportReport(12_000, 1, 0, List.of("a", "b")));
    assertThat(session.summary().labeled()).isEqualTo(12_001);
  }

  @Test
  void fieldsBesideTheTextMayBeLongButNotEndless() throws IOException {
    String lengthy = "x".repeat(100_000);
    Path file =
        file(
            "fields.jsonl",
            "{\"text\":\"first of them\",\"label\":\"a\",\"title\":\""
                + lengthy
                + "\"}\n{\"text\":\"second of them\",\"label\":\"a\",\"title\":\""
                + lengthy
                + "x\"}\n");
    assertThat(run(file).total()).isEqualTo(new ImportReport(1, 1, 0, List.of("a")));
    assertThat(imports.rejected(1))
        .extracting(RejectedRow::key)
        .containsExactly("rejected.field-too-long");
    assertThat(new LabelExamples(session).find(1).orElseThrow().origin().field(Origin.TITLE))
        .contains(lengthy);
  }
}
