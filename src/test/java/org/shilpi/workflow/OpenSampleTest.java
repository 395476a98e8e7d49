package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;

class OpenSampleTest {
  @TempDir Path temp;

  private ProjectSession open(Path sample) throws IOException {
    return new OpenSample(TestProject.CLOCK)
        .run(sample, temp.resolve("project"), Catalogue.BUILT_IN, JobContext.quiet());
  }

  @ParameterizedTest
  @CsvSource({"bank-queries,8,400", "hindi-messages,5,300", "mail-triage,4,400"})
  void everySampleComesInWhole(String name, int labels, int texts) throws IOException {
    try (ProjectSession session = open(Path.of("sample-data", name))) {
      assertThat(session.summary().labels()).isEqualTo(labels);
      assertThat(session.summary().texts()).isGreaterThanOrEqualTo(texts);
      assertThat(session.summary().rejected()).isZero();
      assertThat(session.summary().labeled()).isGreaterThanOrEqualTo(labels * 20);
    }
  }

  @Test
  void aSampleThatCannotBeReadLeavesNoProject() throws IOException {
    Path sample = Files.createDirectory(temp.resolve("sample"));
    assertThatThrownBy(() -> open(sample)).isInstanceOf(Problem.class);
    Files.writeString(sample.resolve("a.csv"), "text,label\nfine,a\n");
    Files.writeString(sample.resolve("b.csv"), "text,label\n\"broken\"x,a\n");
    assertThatThrownBy(() -> open(sample)).isInstanceOf(Problem.class);
    assertThat(temp.resolve("project")).doesNotExist();
  }
}
