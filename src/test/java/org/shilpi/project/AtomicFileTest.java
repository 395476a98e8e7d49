package org.shilpi.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.Problem;

class AtomicFileTest {
  @TempDir Path temp;

  @Test
  void writesAFileAndItsFolder() throws IOException {
    Path file = temp.resolve("new/file.txt");
    AtomicFile.write(file, out -> out.write("नमस्ते".getBytes(StandardCharsets.UTF_8)));
    assertThat(file).hasContent("नमस्ते");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.draft");
  }

  @Test
  void aFailureLeavesTheEarlierFileAndNoDraft() throws IOException {
    Path file = Files.writeString(temp.resolve("file.txt"), "earlier");
    assertThatThrownBy(() ->
            AtomicFile.write(
                file,
                out -> {
                  out.write(new byte[100_000]);
                  throw new IOException("cable pulled");
                }))
        .hasMessage("cable pulled");
    assertThat(temp)
        .isDirectoryContaining("glob:**file.txt")
        .isDirectoryNotContaining("glob:**.draft");
    assertThat(file).hasContent("earlier");
  }

  @Test
  void aFullDiskBecomesAProblem() {
    assertThatThrownBy(() ->
            AtomicFile.write(
                temp.resolve("file.txt"),
                out -> {
                  throw new IOException("No space left on device");
                }))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.key()).isEqualTo("problem.project.disk-full"));
  }
}
