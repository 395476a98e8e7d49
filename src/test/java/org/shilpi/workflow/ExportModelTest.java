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
    assertThat(report)
        .isEqualTo(
            new ExportReport(1, ExportFormat.HF, out, Files.size(out.resolve("texts.jsonl"))));
    assertThat(names(parent)).containsExactly("model");
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
    return new ExportModel(session, TestProject.CATALOGUE, exporter)
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
