package org.shilpi.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.Problem;

class WorkerCommandTest {
  private static final long GIBI = 1L << 30;

  @TempDir Path home;

  @Test
  void startsTheSameJarsUnderTheSameJava() throws Exception {
    Files.createDirectories(home.resolve("bin"));
    assertThat(Files.createFile(home.resolve("bin/java")).toFile().setExecutable(true)).isTrue();
    var command = WorkerCommand.of(properties("Linux"), 8 * GIBI, "org.shilpi.Main", "worker");

    var builder = command.in(home);

    assertThat(builder.command())
        .startsWith(home.resolve("bin/java").toString())
        .contains("-XX:ErrorFile=" + home.resolve("worker-crash.log"))
        .containsSubsequence(
            "-cp",
            Path.of("target/shilpi.jar").toAbsolutePath()
                + File.pathSeparator
                + Path.of("/opt/x.jar").toAbsolutePath(),
            "org.shilpi.Main",
            "worker");
  }

  @Test
  void inheritsTheEnvironmentLetsWaitingThreadsSleepAndKeepsFreedMemory() throws Exception {
    Files.createDirectories(home.resolve("bin"));
    assertThat(Files.createFile(home.resolve("bin/java")).toFile().setExecutable(true)).isTrue();

    var environment = WorkerCommand.of(properties("Linux"), 0, "x").in(home).environment();

    var expected = new HashMap<>(System.getenv());
    expected.put("OMP_WAIT_POLICY", "PASSIVE");
    expected.put("MALLOC_MMAP_THRESHOLD_", "67108864");
    expected.put("MALLOC_TRIM_THRESHOLD_", "268435456");
    assertThat(environment).isEqualTo(expected);
  }

  @Test
  void givesFreedMemoryBackOnceAMinute() {
    assertThat(WorkerCommand.of(properties("Linux"), GIBI, "x").flags())
        .contains("-XX:TrimNativeHeapInterval=60000");
  }

  @Test
  void takesAQuarterOfTheMachineForItsHeapWithinBounds() {
    assertThat(WorkerCommand.of(properties("Linux"), GIBI, "x").flags()).contains("-Xmx512m");
    assertThat(WorkerCommand.of(properties("Linux"), 8 * GIBI, "x").flags()).contains("-Xmx2048m");
    assertThat(WorkerCommand.of(properties("Linux"), 999 * GIBI, "x").flags())
        .contains("-Xmx8192m");
  }

  @Test
  void passesTheEnginesPropertiesOnAndStaysOffline() {
    var properties = properties("Linux");
    properties.setProperty("ai.djl.pytorch.num_threads", "2");
    properties.setProperty("ai.djl.offline", "false");
    properties.setProperty("secret", "kept");

    assertThat(WorkerCommand.of(properties, GIBI, "x").flags())
        .contains("-Dai.djl.pytorch.num_threads=2", "-Dai.djl.offline=true")
        .noneMatch(flag -> flag.contains("secret") || flag.equals("-Dai.djl.offline=false"));
  }

  @Test
  void aRuntimeWithoutAJavaCommandIsNamed() {
    assertThatThrownBy(() -> WorkerCommand.of(properties("Windows 11"), GIBI, "x").in(home))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.key()).isEqualTo("problem.worker.java");
              assertThat(problem.arguments())
                  .containsExactly(home.resolve("bin/java.exe").toString());
            });
  }

  private Properties properties(String system) {
    var properties = new Properties();
    properties.setProperty("java.home", home.toString());
    properties.setProperty("os.name", system);
    properties.setProperty(
        "java.class.path", "target/shilpi.jar" + File.pathSeparator + "/opt/x.jar");
    return properties;
  }
}
