package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Separated;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.SmallDisk;
import org.shilpi.project.TaskKind;
import org.shilpi.text.Messages;

/// Everything that users get wrong: each has one line with cause and cure, and nothing is changed.
class BadInputTest {
  @TempDir Path temp;
  private ProjectSession session;

  @BeforeEach
  void open() throws IOException {
    session = TestProject.create(temp.resolve("project"));
    TestProject.add(session, TestProject.file(temp, "good.csv", "one,a\ntwo,b\n"), Split.NONE);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private static String explained(ThrowingCallable work) {
    StringBuilder key = new StringBuilder();
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              key.append(problem.key());
              for (String language : new String[] {"en", "hi"}) {
                assertThat(new Messages(language).explain(problem))
                    .doesNotContain("\n", "{", "}")
                    .containsPattern("[.।:] .*[.।]$");
              }
            });
    return key.toString();
  }

  private String refused(ThrowingCallable work) {
    ProjectSummary before = session.summary();
    String key = explained(work);
    assertThat(session.summary()).isEqualTo(before);
    return key;
  }

  private String refusedImport(ImportRequest request) {
    ImportData imports = new ImportData(session);
    return refused(() -> imports.run(request, JobContext.quiet()));
  }

  private String refusedFile(String name, byte[] content) throws IOException {
    return refusedImport(ImportRequest.of(Files.write(temp.resolve(name), content)));
  }

  private String refusedFile(String name, String content) throws IOException {
    return refusedFile(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static ImportRequest as(Path file, String charset, String text) {
    return new ImportRequest(
        file,
        new FileReading(
            Optional.empty(),
            charset.isEmpty() ? Optional.empty() : Optional.of(charset),
            Separated.FOUND,
            text.isEmpty() ? Optional.empty() : Optional.of(text),
            Optional.empty(),
            Map.of()),
        Split.NONE);
  }

  @Test
  void filesThatAreNoneOrEmpty() throws IOException {
    assertThat(refusedImport(ImportRequest.of(temp.resolve("absent.csv"))))
        .isEqualTo("problem.data.missing");
    assertThat(refused(() -> new ImportData(session).preview(ImportRequest.of(temp))))
        .isEqualTo("problem.data.not-file");
    assertThat(refusedFile("empty.csv", "")).isEqualTo("problem.data.empty");
    assertThat(refusedFile("mark.csv", "\uFEFF")).isEqualTo("problem.data.empty");
    assertThat(refusedFile("spaces.csv", " \n \n")).isEqualTo("problem.data.empty");
    assertThat(refusedFile("header.csv", "text,label\n")).isEqualTo("problem.data.no-rows");
  }

  @Test
  void filesThatHoldNoText() throws IOException {
    byte[] noise = new byte[5_000];
    new Random(1).nextBytes(noise);
    assertThat(refusedFile("noise.csv", noise)).isEqualTo("problem.data.binary");
    assertThat(refusedFile("sheet.csv", "PK\3\4rest of a workbook"))
        .isEqualTo("problem.data.binary");
    assertThat(refusedFile("zeros.csv", new byte[100])).isEqualTo("problem.data.binary");
    assertThat(refusedFile("list.json", "[{\"text\":\"one\"}"))
        .isEqualTo("problem.data.json-broken");
  }

  @Test
  void columnsThatAreNotThere() throws IOException {
    Path file = TestProject.file(temp, "columns.csv", "one,a\n");
    assertThat(refusedImport(as(file, "", "sentence"))).isEqualTo("problem.data.column");
    assertThatThrownBy(
            () -> new ImportData(session).run(as(file, "", "sentence"), JobContext.quiet()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(new Messages("en").explain(problem))
                    .isEqualTo(
                        "The file columns.csv has no column “sentence”. Choose one of: text, label."));
  }

  @Test
  void encodingsThatDoNotFit() throws IOException {
    byte[] windows = "text,label\nGröße,a\n".getBytes(Charset.forName("windows-1252"));
    Path file = Files.write(temp.resolve("windows.csv"), windows);
    assertThat(refusedImport(as(file, "UTF-8", ""))).isEqualTo("problem.data.encoding");
    assertThat(refusedImport(as(file, "UTF-7b", ""))).isEqualTo("problem.data.charset");
    assertThat(refusedImport(as(file, "not a name!", ""))).isEqualTo("problem.data.charset");
    byte[] neither = "text,label\nxxx,a\n".getBytes(StandardCharsets.US_ASCII);
    neither[11] = (byte) 0x81;
    neither[12] = (byte) 0xE4;
    assertThat(refusedFile("neither.csv", neither)).isEqualTo("problem.data.encoding-unknown");
    assertThat(TestProject.add(session, file, Split.NONE).imported()).isEqualTo(1);
  }

  @Test
  void quotesAndLabelsThatCannotBe() throws IOException {
    assertThat(refusedFile("quotes.csv", "text,label\nfine,a\n\"broken\"x,b\n"))
        .isEqualTo("problem.data.quotes");
    assertThat(refusedFile("open.csv", "text,label\nfine,a\n\"open,b\n"))
        .isEqualTo("problem.data.quotes");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1_100; i++) {
      many.append("text ").append(i).append(",label ").append(i).append('\n');
    }
    Path file = TestProject.file(temp, "many.csv", many.toString());
    assertThat(refused(() -> TestProject.add(session, file, Split.NONE)))
        .isEqualTo("problem.data.many-labels");
    assertThat(refused(() -> new LabelExamples(session).label(1, "unheard of")))
        .isEqualTo("problem.label.unknown");
  }

  @Test
  void foldersThatCannotBecomeProjects() throws IOException {
    assertThat(explained(() -> TestProject.create(temp))).isEqualTo("problem.project.not-empty");
    assertThat(explained(() -> TestProject.create(temp.resolve("good.csv"))))
        .isEqualTo("problem.project.not-empty");
    assertThat(
            explained(() ->
                ProjectSession.create(
                    temp.resolve("answers"),
                    TaskKind.GENERATE,
                    Catalogue.BUILT_IN,
                    TestProject.CLOCK)))
        .isEqualTo("problem.project.task");
    assertThat(explained(() -> TestProject.create(temp.resolve("a;b"))))
        .isEqualTo("problem.store.path");
    assertThat(temp.resolve("answers")).doesNotExist();
    assertThat(temp.resolve("a;b")).doesNotExist();
    assertThat(explained(() -> ProjectSession.open(temp, TestProject.CLOCK)))
        .isEqualTo("problem.project.none");
    assertThat(explained(() -> ProjectSession.open(session.folder(), TestProject.CLOCK)))
        .isEqualTo("problem.project.open-here");
    new LabelExamples(session).label(1, "b");
  }

  @Test
  void aProjectOfANewerVersion() {
    Path folder = session.folder();
    session
        .database()
        .update("INSERT INTO schema_step (version, checksum) VALUES (99, ?)", "0".repeat(64));
    session.close();
    assertThat(explained(() -> ProjectSession.open(folder, TestProject.CLOCK)))
        .isEqualTo("problem.store.newer");
    session = TestProject.create(temp.resolve("other"));
  }

  @Test
  void aFullDisk() throws IOException {
    try (SmallDisk disk = SmallDisk.mount(temp.resolve("disk"), 60)) {
      Path folder = disk.path().resolve("project");
      try (ProjectSession full = TestProject.create(folder)) {
        TestProject.add(
            full, TestProject.file(temp, "few.csv", "one,a\ntwo,b\nthree,\n"), Split.NONE);
        ProjectSummary before = full.summary();
        StringBuilder rows = new StringBuilder();
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
          rows.append("text ").append(Long.toString(random.nextLong(), 36).repeat(200));
          rows.append(",a\n");
        }
        Path big = TestProject.file(temp, "big.csv", rows.toString());
        disk.fill(34);
        // It starts well and ends in the middle.
        assertThat(explained(() -> TestProject.add(full, big, Split.NONE)))
            .isEqualTo("problem.project.disk-full");
        assertThat(full.summary()).isEqualTo(before);

        disk.fill(0);
        LabelExamples labels = new LabelExamples(full);
        assertThat(explained(() -> labels.label(1, "b"))).isEqualTo("problem.project.disk-full");
        assertThat(explained(() -> new ImportData(full).exportRejected(folder.resolve("out.csv"))))
            .isEqualTo("problem.project.disk-full");
        assertThat(full.summary()).isEqualTo(before);
        assertThat(explained(() -> TestProject.create(disk.path().resolve("next"))))
            .isEqualTo("problem.project.disk-full");
        assertThat(disk.path().resolve("next")).doesNotExist();

        disk.free();
        labels.label(1, "b");
        assertThat(TestProject.add(full, big, Split.NONE).imported()).isEqualTo(3_000);
      }
      try (ProjectSession again = ProjectSession.open(folder, TestProject.CLOCK)) {
        assertThat(again.summary().texts()).isEqualTo(3_003);
        assertThat(new LabelExamples(again).labelOf(1)).contains("b");
      }
    }
  }

  @Test
  void aReadOnlyFolder() throws IOException {
    try (SmallDisk disk = SmallDisk.mount(temp.resolve("disk"), 60)) {
      Path folder = disk.path().resolve("project");
      TestProject.create(folder).close();
      disk.readOnly();
      assertThat(explained(() -> ProjectSession.open(folder, TestProject.CLOCK)))
          .isEqualTo("problem.project.read-only");
      assertThat(explained(() -> TestProject.create(disk.path().resolve("next"))))
          .isEqualTo("problem.project.read-only");
      assertThat(
              explained(
                  () -> new ImportData(session).exportRejected(disk.path().resolve("out.csv"))))
          .isEqualTo("problem.project.read-only");
    }
  }
}
