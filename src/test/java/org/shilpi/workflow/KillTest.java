package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;

/// What is left when a process is killed without any warning.
@Timeout(300)
class KillTest {
  private static final int KILLS = 20;

  @TempDir Path temp;

  @Test
  void noAcknowledgedLabelIsLost() throws Exception {
    Path folder = temp.resolve("project");
    try (ProjectSession session = TestProject.create(folder)) {
      TestProject.add(
          session, TestProject.file(temp, "in.csv", TestProject.rows("a", 0, 50)), Split.NONE);
      new LabelExamples(session).addLabel("b");
    }
    Random random = new Random(20);
    int next = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      List<String> acknowledged;
      try (ChildJvm child = ChildJvm.start("label", folder, Integer.toString(next))) {
        acknowledged = child.killAfter(1 + random.nextInt(120));
      }
      assertThat(acknowledged).isNotEmpty();
      int last = Integer.parseInt(acknowledged.getLast());
      try (ProjectSession session = ProjectSession.open(folder, TestProject.CLOCK)) {
        long stored =
            session.database().number("SELECT COUNT(*) FROM annotation WHERE source = 'PERSON'");
        // The one that was being saved may be there without having been acknowledged.
        assertThat(stored).as("decisions after kill %d", kill).isBetween(last + 1L, last + 2L);
        LabelExamples labels = new LabelExamples(session);
        for (int number = Math.max(0, last - 49); number < stored; number++) {
          assertThat(labels.labelOf(number % 50 + 1))
              .as("decision %d after kill %d", number, kill)
              .contains(number / 50 % 2 == 0 ? "a" : "b");
        }
        next = (int) stored;
      }
    }
    assertThat(next).isGreaterThan(KILLS);
  }

  @Test
  void anImportThatIsKilledLeavesNothingOfTheFile() throws Exception {
    Path folder = temp.resolve("project");
    Path file =
        TestProject.file(
            temp,
            "many.csv",
            TestProject.rows("a", 0, 6_000) + TestProject.rows("b", 6_000, 6_000));
    try (ProjectSession session = TestProject.create(folder)) {
      TestProject.add(session, TestProject.file(temp, "few.csv", "one,x\n"), Split.NONE);
    }
    Random random = new Random(7);
    List<Integer> rowsBeforeKill = new ArrayList<>(List.of(1, 2_500, 11_500));
    while (rowsBeforeKill.size() < Integer.getInteger("kills", 3)) {
      rowsBeforeKill.add(1 + random.nextInt(11_900));
    }
    for (int rows : rowsBeforeKill) {
      try (ChildJvm child = ChildJvm.start("import", folder, file.toString())) {
        assertThat(child.killAfter(rows)).doesNotContain("imported");
      }
      try (ProjectSession session = ProjectSession.open(folder, TestProject.CLOCK)) {
        assertThat(session.unfinished()).isSubsetOf("many.csv");
        assertThat(session.summary().texts()).isEqualTo(1);
        assertThat(session.summary().labels()).isEqualTo(1);
        assertThat(session.database().number("SELECT COUNT(*) FROM example")).isEqualTo(1);
        assertThat(session.database().number("SELECT COUNT(*) FROM source")).isEqualTo(1);
      }
    }
    try (ProjectSession session = ProjectSession.open(folder, TestProject.CLOCK)) {
      ImportReport report = new ImportData(session).run(ImportRequest.of(file), JobContext.quiet());
      assertThat(report.imported()).isEqualTo(12_000);
      assertThat(new LabelExamples(session).find(12_001)).isPresent();
    }
  }

  @Test
  void aProjectThatAnotherProcessHasOpenIsRefusedUntilThatEnds() throws Exception {
    Path folder = temp.resolve("project");
    TestProject.create(folder).close();
    for (boolean killed : new boolean[] {false, true}) {
      try (ChildJvm child = ChildJvm.start("wait", folder, "")) {
        assertThat(child.line()).isEqualTo("open");
        assertThatThrownBy(() -> ProjectSession.open(folder, TestProject.CLOCK))
            .isInstanceOfSatisfying(
                Problem.class,
                problem -> {
                  assertThat(problem.key()).isEqualTo("problem.project.open-elsewhere");
                  assertThat(problem.arguments().getLast().toString())
                      .startsWith(child.pid() + "@");
                });
        if (!killed) {
          child.release();
        }
      }
      ProjectSession.open(folder, TestProject.CLOCK).close();
    }
  }
}
