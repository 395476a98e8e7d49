package org.shilpi.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.Problem;

class ProjectLockTest {
  @TempDir Path temp;

  @Test
  void aSecondLockInTheSameProcessIsRefusedAndTheFirstStays() throws IOException {
    ProjectFolder project = new ProjectFolder(temp);
    try (ProjectLock first = ProjectLock.take(project)) {
      assertThat(first).isNotNull();
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> ProjectLock.take(project))
            .isInstanceOfSatisfying(
                Problem.class,
                problem -> assertThat(problem.key()).isEqualTo("problem.project.open-here"));
      }
    }
    ProjectLock.take(project).close();
  }

  @Test
  void theLockFileOfADeadProcessIsNoObstacle() throws IOException {
    ProjectFolder project = new ProjectFolder(temp);
    Files.writeString(project.lock(), "999999@gone\n");
    try (ProjectLock lock = ProjectLock.take(project)) {
      assertThat(lock).isNotNull();
      assertThat(Files.readString(project.lock()))
          .startsWith(ProcessHandle.current().pid() + "@")
          .doesNotContain("gone");
    }
  }

  @Test
  void closingTwiceDoesNoHarm() throws IOException {
    ProjectLock lock = ProjectLock.take(new ProjectFolder(temp));
    lock.close();
    lock.close();
    ProjectLock.take(new ProjectFolder(temp)).close();
  }
}
