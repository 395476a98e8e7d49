package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.Split;
import org.shilpi.deploy.ExportFormat;
import org.shilpi.deploy.ExportTask;
import org.shilpi.deploy.Exporter;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.privacy.Receipt;
import org.shilpi.text.Messages;
import org.shilpi.train.Method;
import org.shilpi.train.TrainingSpec;

class ExportModelTest {
  @TempDir Path temp;
  private ProjectSession session;

  @BeforeEach
  void train() throws IOException {
    session = TestProject.create(temp.resolve("project"));
    String rows = TestProject.rows("cards", 0, 10) + TestProject.rows("loans", 10, 10);
    TestProject.add(session, TestProject.file(temp, "rows.csv", rows), Split.NONE);
    new TrainModel(session, TestProject.CATALOGUE, new NearestTextTrainer())
        .run(TrainingSpec.of(Method.QUICK), JobContext.quiet(), event -> {});
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void namesTheFolderOnlyWhenItIsWhole() throws IOException {
    Path parent = temp.resolve("shared");
    Path out = parent.resolve("model");
    ExportReport report =
        export(
            out,
            (task, context) -> {
              assertThat(out).doesNotExist();
              copyTexts(task, context);
            });
    long bytes = 0;
    for (String name : names(out)) {
      bytes += Files.size(out.resolve(name));
    }
    assertThat(report).isEqualTo(new ExportReport(1, ExportFormat.HF, out, bytes));
    assertThat(names(parent)).containsExactly("model");
  }

  @Test
  void theCardTellsWhatThePrivacyGateDid() throws IOException {
    Path out = temp.resolve("model");
    export(out, ExportModelTest::copyTexts);
    Receipt receipt = new PrivacyGate(session).receipt().orElseThrow();
    assertThat(names(out)).containsExactlyInAnyOrder("README.md", "privacy.json", "texts.jsonl");
    assertThat(Files.readString(out.resolve("README.md")))
        .startsWith("---\ntags:\n- shilpi\n---\n")
        .contains("The gate was passed: 20 texts")
        .contains("Rules " + receipt.rules() + ", own patterns 0")
        .contains(receipt.result())
        .contains(receipt.key());
  }

  @Test
  void takesAnEmptyFolder() throws IOException {
    Path out = Files.createDirectory(temp.resolve("model"));
    export(out, ExportModelTest::copyTexts);
    assertThat(out.resolve("texts.jsonl")).isNotEmptyFile();
  }

  @Test
  void leavesNothingOfAnExportThatFailed() {
    Path parent = temp.resolve("shared");
    Path out = parent.resolve("model");
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() ->
            export(
                out,
                (task, context) -> {
                  copyTexts(task, context);
                  throw new IOException("No space left on device");
                }))
        .returns("problem.project.disk-full", Problem::key)
        .returns(List.of(out.toString()), Problem::arguments);
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void aFullDiskIsToldWithTheNameThatWasAskedForAndNotThatOfTheDraft() {
    Path out = temp.resolve("shared").resolve("model");
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() ->
            export(
                out,
                (task, context) -> {
                  throw Problem.of(
                      "problem.project.disk-full", task.folder().resolve("model.pt").toString());
                }))
        .returns("problem.project.disk-full", Problem::key)
        .returns(List.of(out.toString()), Problem::arguments);
  }

  @Test
  void overwritesNothing() throws IOException {
    Path out = Files.createDirectory(temp.resolve("mine"));
    Files.writeString(out.resolve("thesis.txt"), "three years");
    refused(out, "problem.export.not-empty");
    refused(out.resolve("thesis.txt"), "problem.export.file");
    assertThat(names(out)).containsExactly("thesis.txt");
  }

  @Test
  void keepsWhatAnotherPutThereMeanwhile() throws IOException {
    Path out = temp.resolve("model");
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() ->
            export(
                out,
                (task, context) -> {
                  Files.createDirectory(out);
                  Files.writeString(out.resolve("other"), "whole");
                  copyTexts(task, context);
                }))
        .returns("problem.export.not-empty", Problem::key);
    assertThat(names(out)).containsExactly("other");
  }

  private void refused(Path out, String key) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> export(out, ExportModelTest::copyTexts))
        .returns(key, Problem::key)
        .returns(List.of(out.toString()), Problem::arguments);
  }

  private ExportReport export(Path out, Exporter exporter) throws IOException {
    return new ExportModel(session, TestProject.CATALOGUE, exporter, new Messages("en")::of)
        .run(1, ExportFormat.HF, out, JobContext.quiet());
  }

  /// What a model of [NearestTextTrainer] is.
  private static void copyTexts(ExportTask task, JobContext context) throws IOException {
    Files.copy(task.run().resolve("model/texts.jsonl"), task.folder().resolve("texts.jsonl"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
