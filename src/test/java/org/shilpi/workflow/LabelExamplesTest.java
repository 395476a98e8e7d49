package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.Split;
import org.shilpi.job.Problem;

class LabelExamplesTest {
  @TempDir Path temp;
  private ProjectSession session;
  private LabelExamples labels;

  @BeforeEach
  void open() throws IOException {
    session = TestProject.create(temp.resolve("project"));
    TestProject.add(
        session, TestProject.file(temp, "in.csv", "one,a\ntwo,\nthree,\nfour,b\n"), Split.NONE);
    labels = new LabelExamples(session);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private long next() {
    return labels.next().orElseThrow().id();
  }

  @Test
  void skippedTextsComeLast() {
    assertThat(next()).isEqualTo(2);
    labels.skip(2);
    assertThat(next()).isEqualTo(3);
    labels.skip(3);
    assertThat(next()).isEqualTo(2);
    labels.skip(2);
    assertThat(next()).isEqualTo(3);
    labels.label(3, "a");
    assertThat(next()).isEqualTo(2);
    labels.label(2, "b");
    assertThat(labels.next()).isEmpty();
    assertThat(labels.counts()).containsEntry("a", 2).containsEntry("b", 2);
  }

  @Test
  void undoGivesTheTextBackToTheQueue() {
    labels.label(2, "a");
    labels.label(1, "b");
    assertThat(labels.recent(10))
        .extracting(d -> d.example().id(), d -> d.label())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, "b"),
            org.assertj.core.groups.Tuple.tuple(2L, "a"));
    assertThat(labels.undo().orElseThrow().example().id()).isEqualTo(1);
    assertThat(labels.labelOf(1)).contains("a");
    assertThat(labels.undo().orElseThrow().label()).isEqualTo("a");
    assertThat(labels.labelOf(2)).isEmpty();
    assertThat(next()).isEqualTo(2);
    assertThat(labels.undo()).isEmpty();
  }

  @Test
  void decisionsOutliveTheSession() {
    labels.label(2, "a");
    session.close();
    session = ProjectSession.open(temp.resolve("project"), TestProject.CLOCK);
    labels = new LabelExamples(session);
    assertThat(labels.labelOf(2)).contains("a");
    assertThat(labels.undo()).isPresent();
    assertThat(labels.labelOf(2)).isEmpty();
  }

  private void refused(Runnable work, String key) {
    ProjectSummary before = session.summary();
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key()).isEqualTo(key));
    assertThat(session.summary()).isEqualTo(before);
  }

  @Test
  void whatCannotBeIsRefusedAndChangesNothing() {
    refused(() -> labels.label(2, "unheard of"), "problem.label.unknown");
    refused(() -> labels.label(99, "a"), "problem.label.no-text");
    refused(() -> labels.addLabel(" a "), "problem.label.exists");
    refused(() -> labels.addLabel("  "), "problem.label.blank");
    refused(() -> labels.addLabel("x".repeat(201)), "problem.label.too-long");
    labels.addLabel(" लेबल ");
    assertThat(labels.counts().keySet()).containsExactly("a", "b", "लेबल");
  }
}
