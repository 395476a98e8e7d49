package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
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
  void anImportThatIsKilledAgainAndAgainGoesOnToTheSameRowsOnce() throws Exception {
    Path folder = temp.resolve("project");
    Path undisturbed = temp.resolve("undisturbed");
    Path files = Files.createDirectory(temp.resolve("files"));
    Path few = TestProject.file(temp, "few.csv", "one,x\n");
    Random random = new Random(7);
    for (int file = 0; file < 4; file++) {
      TestProject.file(files, file + ".csv", mixed(random, file));
    }
    Files.writeString(
        files.resolve("1b.csv"),
        "text,label\n" + TestProject.rows("c", 0, 3_000) + "\"never\" closed\" quote,c\n");
    for (Path project : List.of(undisturbed, folder)) {
      try (ProjectSession session = TestProject.create(project)) {
        TestProject.add(session, few, Split.NONE);
      }
    }
    ImportReport told;
    List<String> expected;
    try (ProjectSession session = ProjectSession.open(undisturbed, TestProject.CLOCK)) {
      told = new ImportData(session).run(order(files), JobContext.quiet()).total();
      expected = everything(session);
    }
    List<Long> there = new ArrayList<>();
    for (int kill = 0; kill < Integer.getInteger("kills", 4); kill++) {
      try (ChildJvm child = ChildJvm.start("import", folder, files.toString())) {
        assertThat(child.killAfter(1 + random.nextInt(15_000))).doesNotContain("imported");
      }
      try (ProjectSession session = ProjectSession.open(folder, TestProject.CLOCK)) {
        assertThat(session.summary().texts()).isEqualTo(1);
        assertThat(session.summary().labels()).isEqualTo(1);
        assertThat(session.summary().rejected()).isZero();
        there.add(session.cutOff().map(CutOff::rows).orElse(0L));
      }
    }
    assertThat(there).isSorted().last().isNotEqualTo(0L);
    try (ProjectSession session = ProjectSession.open(folder, TestProject.CLOCK)) {
      assertThat(new ImportData(session).goOn(JobContext.quiet()).total()).isEqualTo(told);
      assertThat(session.cutOff()).isEmpty();
      assertThat(everything(session)).isEqualTo(expected);
    }
    try (ProjectSession session = ProjectSession.open(folder, TestProject.CLOCK)) {
      assertThat(session.cutOff()).isEmpty();
      assertThat(session.summary().texts()).isEqualTo(told.imported() + 1);
    }
  }

  @Test
  void anImportThatIsKilledCanBeTakenBack() throws Exception {
    Path folder = temp.resolve("project");
    Path file = TestProject.file(temp, "many.csv", TestProject.rows("a", 0, 6_000));
    List<String> before;
    try (ProjectSession session = TestProject.create(folder)) {
      TestProject.add(session, TestProject.file(temp, "few.csv", "one,x\n"), Split.NONE);
      before = everything(session);
    }
    try (ChildJvm child = ChildJvm.start("import", folder, file.toString())) {
      assertThat(child.killAfter(4_500)).doesNotContain("imported");
    }
    try (ProjectSession session = ProjectSession.open(folder, TestProject.CLOCK)) {
      assertThat(session.cutOff()).map(CutOff::name).contains("many.csv");
      assertThat(new ImportData(session).withdraw()).isPresent();
      assertThat(everything(session)).isEqualTo(before);
    }
    try (ProjectSession session = ProjectSession.open(folder, TestProject.CLOCK)) {
      assertThat(session.cutOff()).isEmpty();
      assertThat(new ImportData(session).run(order(file), JobContext.quiet()).total().imported())
          .isEqualTo(6_000);
    }
  }

  private static ImportOrder order(Path path) {
    return ImportOrder.of(List.of(path));
  }

  // Good rows, rows that stay out, and texts that come again.
  private static String mixed(Random random, int file) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      rows.append(
          switch (random.nextInt(10)) {
            case 0 -> "too,many,cells\n";
            case 1 -> "the same again,a\n";
            default -> TestProject.rows("a" + random.nextInt(1 + 3 * file), i, 1);
          });
    }
    return rows.toString();
  }

  private static List<String> everything(ProjectSession session) {
    List<String> all = new ArrayList<>();
    session
        .database()
        .each(
            """
            SELECT e.id, e.source_id, e.source_row, e.split, e.text, s.label_id, f.name, f.sha256
            FROM example e JOIN source f ON f.id = e.source_id
              JOIN standing s ON s.example_id = e.id ORDER BY e.id\
            """,
            row -> {
              StringBuilder line = new StringBuilder();
              for (int column = 1; column <= 8; column++) {
                line.append(row.textOrNull(column)).append('|');
              }
              all.add(line.toString());
            });
    session
        .database()
        .each(
            "SELECT source_id, source_row, reason, raw FROM rejected ORDER BY id",
            row -> all.add(row.number(1) + "|" + row.number(2) + row.text(3) + row.text(4)));
    all.addAll(new LabelExamples(session).counts().keySet());
    return all;
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
