package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Split;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;
import org.shilpi.project.TaskKind;
import org.shilpi.store.AnnotationStore;

class ImportDataTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
  private static final Path BANKING = Path.of("../shared/data/banking77");

  @TempDir Path temp;
  private ProjectSession session;
  private ImportData imports;

  @BeforeEach
  void open() {
    session =
        ProjectSession.create(
            temp.resolve("project"), TaskKind.CLASSIFY, Catalogue.BUILT_IN, CLOCK);
    imports = new ImportData(session);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(temp.resolve(name), content);
  }

  private ImportReport run(Path file) throws IOException {
    return imports.run(ImportRequest.of(file), JobContext.quiet());
  }

  @Test
  void bringsInTextsAndLabelsInTheirOrder() throws IOException {
    Path file =
        file(
            "mails.csv",
            """
            text,label
            "Dear customer, your parcel waits",phishing
            Lunch at noon?,ordinary
            Please verify your account now,phishing
            See the minutes attached,
            """);
    ImportReport report = run(file);
    assertThat(report).isEqualTo(new ImportReport(4, 0, 0, List.of("phishing", "ordinary")));
    LabelExamples labels = new LabelExamples(session);
    assertThat(labels.counts()).containsExactly(entry("phishing", 2), entry("ordinary", 1));
    assertThat(labels.find(1).orElseThrow().text()).isEqualTo("Dear customer, your parcel waits");
    assertThat(labels.find(4).orElseThrow().row()).isEqualTo(4);
    assertThat(labels.next().orElseThrow().id()).isEqualTo(4);
    assertThat(new AnnotationStore(session.database()).history(1))
        .singleElement()
        .satisfies(a -> assertThat(a.source().name()).isEqualTo("IMPORT"));
  }

  private static java.util.Map.Entry<String, Integer> entry(String label, int count) {
    return java.util.Map.entry(label, count);
  }

  @Test
  void textsStayExactlyAsTheyWereFound() throws IOException {
    String text = "  two  spaces\r\nand a line, \"quotes\" and नमस्ते 🙂 \u0085 \u00a0 ";
    run(file("odd.csv", "text,label\n\"" + text.replace("\"", "\"\"") + "\",a\n"));
    assertThat(new LabelExamples(session).find(1).orElseThrow().text()).isEqualTo(text);
  }

  @Test
  void turnsAwayBadRowsWithReasonsAndKeepsThem() throws IOException {
    ImportReport report =
        run(
            file(
                "bad.csv",
                "text,label\na good one that comes in,a\nonly text\na,b,c\n  ,a\nwith a \0 nul,a\n"
                    + "w".repeat(500)
                    + ","
                    + "x".repeat(201)
                    + "\nfine,b\n"));
    assertThat(report.imported()).isEqualTo(2);
    assertThat(report.rejected()).isEqualTo(5);
    assertThat(imports.rejected(10).reversed())
        .extracting(RejectedRow::row, RejectedRow::key)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2L, "rejected.few-cells"),
            org.assertj.core.groups.Tuple.tuple(3L, "rejected.many-cells"),
            org.assertj.core.groups.Tuple.tuple(4L, "rejected.no-text"),
            org.assertj.core.groups.Tuple.tuple(5L, "rejected.nul"),
            org.assertj.core.groups.Tuple.tuple(6L, "rejected.label-too-long"));
    Path out = temp.resolve("rejected.csv");
    imports.exportRejected(out);
    assertThat(Files.readString(out)).contains("bad.csv,3,many-cells,3; 2,").hasLineCount(6);
  }

  @Test
  void countsTextsThatWereThereAlready() throws IOException {
    run(file("one.csv", "text,label\nHello there,a\nBye,b\n"));
    assertThat(run(file("two.csv", "text,label\nhello  THERE,a\nNew,b\nnew,b\n")).duplicates())
        .isEqualTo(2);
  }

  @Test
  void aCancelledImportLeavesNothingOfTheFile() throws IOException {
    StringBuilder rows = new StringBuilder("text,label\n");
    for (int i = 0; i < 5_000; i++) {
      rows.append("text number ").append(i).append(",label").append(i % 5).append('\n');
    }
    Path file = file("many.csv", rows.toString());
    JobContext impatient =
        new JobContext() {
          private long rows;

          @Override
          public void report(Progress progress) {
            rows++;
          }

          @Override
          public boolean cancelled() {
            return rows >= 3_500;
          }
        };
    assertThatThrownBy(() -> imports.run(ImportRequest.of(file), impatient))
        .isInstanceOf(CancelledException.class);
    assertThat(session.summary().texts()).isZero();
    assertThat(session.summary().labels()).isZero();
    assertThat(run(file).imported()).isEqualTo(5_000);
    assertThat(new LabelExamples(session).find(5_000)).isPresent();
  }

  @Test
  void readsJsonLines() throws IOException {
    Path file =
        file(
            "rows.jsonl",
            """
            {"id":1,"text":"first one of them","label":"a"}
            {"id":2,"text":"second one of them","label":["b"]}

            {"id":3,"text":"third","label":null}
            not json
            [1]
            {"id":4,"text":{"nested":1},"label":"a"}
            {"id":5,"label":"a"}
            {"id":6,"text":"half \\ud800 character","label":"a"}
            """);
    ImportReport report =
        imports.run(
            new ImportRequest(
                file, FileReading.GUESSED.withText("text").withLabel("label"), Split.TEST),
            JobContext.quiet());
    assertThat(report).isEqualTo(new ImportReport(3, 5, 0, List.of("a", "b")));
    assertThat(imports.rejected(10).reversed())
        .extracting(RejectedRow::key)
        .containsExactly(
            "rejected.json",
            "rejected.not-object",
            "rejected.nested",
            "rejected.no-text",
            "rejected.character");
    assertThat(new LabelExamples(session).find(1).orElseThrow().split()).isEqualTo(Split.TEST);
  }

  @Test
  void previewShowsAtMostFiftyRowsAndMarksGuesses() throws IOException {
    StringBuilder rows = new StringBuilder("id;message;kind\n");
    for (int i = 0; i < 120; i++) {
      rows.append(i)
          .append(";what about number ")
          .append(i)
          .append(";k")
          .append(i % 3)
          .append('\n');
    }
    ImportPreview preview = imports.preview(ImportRequest.of(file("semi.csv", rows.toString())));
    assertThat(preview.guessed()).isTrue();
    assertThat(preview.delimiter()).isEqualTo(';');
    assertThat(preview.charset()).isEqualTo("UTF-8");
    assertThat(preview.columns()).containsExactly("id", "message", "kind");
    assertThat(preview.rows()).hasSize(50);
    assertThat(preview.text()).contains("message");
    assertThat(preview.label()).contains("kind");
    assertThat(preview.totalRows()).isEqualTo(120);
  }

  @Test
  void aTextOfAHundredThousandWordsIsFine() throws IOException {
    String text = "word ".repeat(100_000).strip();
    assertThat(run(file("long.csv", "text,label\n" + text + ",a\nshort,b\n")).imported())
        .isEqualTo(2);
    assertThat(new LabelExamples(session).find(1).orElseThrow().text()).isEqualTo(text);
  }

  @Test
  void banking77ComesInWhole() throws IOException {
    assumeTrue(Files.isDirectory(BANKING), "skipped: there is no folder " + BANKING);
    ImportReport train = run(BANKING.resolve("train.csv"));
    assertThat(train.imported()).isEqualTo(10_003);
    assertThat(train.rejected()).isZero();
    assertThat(train.labels()).hasSize(77).startsWith("card_arrival");
    ImportReport test =
        imports.run(
            new ImportRequest(BANKING.resolve("test.csv"), FileReading.GUESSED, Split.TEST),
            JobContext.quiet());
    assertThat(test.imported()).isEqualTo(3_080);
    assertThat(test.labels()).isEmpty();
    assertThat(session.summary().labeled()).isEqualTo(13_083);
  }

  @Test
  void hindiTabSeparatedFilesComeInWhole() throws IOException {
    Path hindi = Path.of("../shared/data/hindi_bbc_news/BBC_train_data.tsv");
    assumeTrue(Files.isRegularFile(hindi), "skipped: there is no file " + hindi);
    long lines;
    try (var all = Files.lines(hindi)) {
      lines = all.count();
    }
    ImportReport report = run(hindi);
    assertThat(report.imported()).isEqualTo(lines - 1);
    assertThat(report.labels()).hasSizeBetween(5, 10);
  }
}
