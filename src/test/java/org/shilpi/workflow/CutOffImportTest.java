package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;

/// What can be decided about an import that was cut off.
class CutOffImportTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path temp;

  private static byte[] database = {};

  private final Path folder = temp.resolve("project");
  private final Path file = temp.resolve("many.csv");

  @BeforeAll
  static void cutOff() throws Exception {
    Path killed = temp.resolve("project");
    Path file = TestProject.file(temp, "many.csv", TestProject.rows("a", 0, 5_000));
    TestProject.create(killed).close();
    try (ChildJvm child = ChildJvm.start("import", killed, file.toString())) {
      child.killAfter(4_500);
    }
    database = Files.readAllBytes(killed.resolve("project.mv.db"));
  }

  @BeforeEach
  void asItWasLeft() throws IOException {
    TestProject.file(temp, "many.csv", TestProject.rows("a", 0, 5_000));
    Files.write(folder.resolve("project.mv.db"), database);
  }

  @Test
  void aFileThatChangedCannotGoOnButAnewOrNotAtAll() throws IOException {
    Files.writeString(file, "text,label\n" + TestProject.rows("b", 0, 5_000));
    try (ProjectSession session = open()) {
      ImportData imports = new ImportData(session);
      refused(() -> imports.goOn(JobContext.quiet()), "problem.import.changed");
      assertThat(session.cutOff()).map(CutOff::rows).contains(4_000L);
      imports.withdraw();
      assertThat(imports.run(order(), JobContext.quiet()).total().labels()).containsExactly("b");
      assertThat(new LabelExamples(session).counts()).containsEntry("b", 5_000).hasSize(1);
    }
  }

  @Test
  void aFileThatIsGoneLeavesTheImportToBeDecidedLater() throws IOException {
    Path away = Files.move(file, temp.resolve("away"));
    try (ProjectSession session = open()) {
      ImportData imports = new ImportData(session);
      refused(() -> imports.goOn(JobContext.quiet()), "problem.data.missing");
      Files.move(away, file);
      assertThat(imports.goOn(JobContext.quiet()).total().imported()).isEqualTo(5_000);
    }
  }

  @Test
  void labelsThatWereAddedMeanwhileWouldMixUpThoseOfTheRows() throws IOException {
    try (ProjectSession session = open()) {
      new LabelExamples(session).addLabel("early");
      refused(() -> new ImportData(session).goOn(JobContext.quiet()), "problem.import.labels");
    }
  }

  @Test
  void nothingElseComesInBeforeThatIsDecidedButTheSameImportGoesOn() throws IOException {
    Path other = TestProject.file(temp, "other.csv", "one,x\n");
    try (ProjectSession session = open()) {
      ImportData imports = new ImportData(session);
      refused(
          () -> imports.run(ImportOrder.of(List.of(other)), JobContext.quiet()),
          "problem.import.cut-off");
      assertThat(imports.run(order(), JobContext.quiet()).total().imported()).isEqualTo(5_000);
      assertThat(session.summary().texts()).isEqualTo(5_000);
      refused(() -> imports.goOn(JobContext.quiet()), "problem.import.none");
    }
  }

  @Test
  void stoppingItWhileItGoesOnTakesItBack() {
    JobContext stops =
        new JobContext() {
          private long rows;

          @Override
          public void report(Progress progress) {
            rows++;
          }

          @Override
          public boolean cancelled() {
            return rows > 3_000;
          }
        };
    try (ProjectSession session = open()) {
      assertThatThrownBy(() -> new ImportData(session).goOn(stops))
          .isInstanceOf(CancelledException.class);
      assertThat(session.cutOff()).isEmpty();
      assertThat(session.database().number("SELECT COUNT(*) FROM example")).isZero();
    }
  }

  private ProjectSession open() {
    return ProjectSession.open(folder, TestProject.CLOCK);
  }

  private ImportOrder order() {
    return ImportOrder.of(List.of(file));
  }

  private static void refused(ThrowingCallable call, String key) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Problem.class, why -> assertThat(why.key()).isEqualTo(key));
  }
}
