package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;

/// A log is read whole before its first template is known: it can be stopped all the same.
class StoppedLogTest {
  @TempDir Path temp;
  private ProjectSession session;
  private Path log;

  @BeforeEach
  void open() throws IOException {
    session = TestProject.create(temp.resolve("project"));
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      lines.append("2026-05-12 14:06:01 INFO user ").append(i).append(" logged in\n");
    }
    log = Files.writeString(temp.resolve("server.log"), lines);
  }

  @AfterEach
  void close() {
    session.close();
  }

  /// Stops at the third question, which comes long before the first row.
  private static final class Impatient implements JobContext {
    private int asked;
    private double furthest;

    @Override
    public void report(Progress progress) {
      furthest = Math.max(furthest, progress.fraction());
    }

    @Override
    public boolean cancelled() {
      asked++;
      return asked >= 3;
    }
  }

  @Test
  void lookingIntoItIsStopped() {
    assertThatThrownBy(
            () -> new ImportData(session).preview(ImportRequest.of(log), new Impatient()))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void bringingItInIsStoppedAndTellsHowFarItCame() {
    Impatient context = new Impatient();
    ProjectSummary before = session.summary();

    assertThatThrownBy(() -> new ImportData(session).run(ImportRequest.of(log), context))
        .isInstanceOf(CancelledException.class);

    assertThat(context.furthest).isGreaterThan(0).isLessThan(1);
    assertThat(session.summary()).isEqualTo(before);
  }
}
