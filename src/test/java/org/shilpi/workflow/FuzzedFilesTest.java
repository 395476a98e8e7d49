package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Spoilt tables and labeled files come in, or are refused with a reason and leave nothing behind.
class FuzzedFilesTest {
  @TempDir Path temp;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void eachSpoiltFileComesInOrIsRefusedWithAReason() throws IOException, InterruptedException {
    Path said = temp.resolve("said");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                FuzzedFiles.class.getName(),
                Files.createDirectory(temp.resolve("files")).toString(),
                Path.of("../shared/data").toAbsolutePath().normalize().toString(),
                "4")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    } finally {
      process.destroyForcibly();
    }

    List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
    int files = Integer.parseInt(lines.getLast().replace("files ", ""));
    assertThat(files).isGreaterThanOrEqualTo(180);
    assertThat(lines).anyMatch(line -> line.startsWith("imported "));
    assertThat(lines).anyMatch(line -> line.startsWith("problem.data.parquet-broken "));
  }
}
