package org.shilpi.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file system of a few megabytes in memory; only root may mount one.
public record SmallDisk(Path path) implements AutoCloseable {
  public static SmallDisk mount(Path path, int megabytes) throws IOException {
    assumeTrue(
        "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/bin/mount")),
        "skipped: a small disk needs root and mount");
    Files.createDirectories(path);
    int code = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path);
    assumeTrue(code == 0, "skipped: this machine does not let a disk be mounted");
    return new SmallDisk(path);
  }

  private static int run(Object... command) throws IOException {
    String[] words = new String[command.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = command[i].toString();
    }
    return new ProcessBuilder(words).inheritIO().start().onExit().join().exitValue();
  }

  /// Fills the disk but for this many megabytes.
  public void fill(int left) throws IOException {
    try (var out = Files.newOutputStream(path.resolve("filler"))) {
      byte[] block = new byte[4_096];
      while (path.toFile().getUsableSpace() > ((long) left << 20)) {
        out.write(block);
      }
    }
  }

  public void free() throws IOException {
    Files.delete(path.resolve("filler"));
  }

  public void readOnly() throws IOException {
    assertThat(run("mount", "-o", "remount,ro", path)).isZero();
  }

  @Override
  public void close() throws IOException {
    assertThat(run("umount", path)).isZero();
  }
}
