package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.label.Guidelines;
import org.shilpi.project.TaskKind;

class WriteGuidelinesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void theyAreThereAgainAfterReopening() throws IOException {
    Guidelines written = new Guidelines("Is it genuine?", "A: first\nB: second");
    Path project = folder.resolve("p");
    try (ProjectSession session = create(project)) {
      WriteGuidelines guidelines = new WriteGuidelines(session);
      assertThat(guidelines.read()).isEqualTo(Guidelines.NONE);
      guidelines.run(new Guidelines("x", "y"));
      guidelines.run(written);
    }
    try (ProjectSession session = ProjectSession.open(project, Clock.systemUTC())) {
      assertThat(new WriteGuidelines(session).read()).isEqualTo(written);
    }
  }

  @Test
  void aSamplesReadmeFillsThemAndAFolderWithoutOneLeavesThem() throws IOException {
    try (ProjectSession session = create(folder.resolve("p"))) {
      WriteGuidelines guidelines = new WriteGuidelines(session);
      guidelines.ofSample(folder);
      assertThat(guidelines.read()).isEqualTo(Guidelines.NONE);
      guidelines.ofSample(Path.of("sample-data/mail-triage"));
      assertThat(guidelines.read().rules()).contains("Phishing: deceives the reader");
    }
  }

  private static ProjectSession create(Path folder) {
    return ProjectSession.create(folder, TaskKind.CLASSIFY, "", Clock.systemUTC());
  }
}
