package org.shilpi.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerLogTest {
  @TempDir Path folder;

  @Test
  void laterWordsAreAppended() {
    var file = folder.resolve("worker.log");
    pump("one\n", file);
    pump("two\n", file);

    assertThat(file).hasContent("one\ntwo\n");
  }

  @Test
  void theFileStopsGrowingButEverythingIsRead() throws IOException {
    var file = folder.resolve("worker.log");
    Files.write(file, new byte[(int) WorkerLog.LONGEST - 10]);
    var in = pump("x".repeat(100_000), file);

    assertThat(file).hasSize(WorkerLog.LONGEST);
    assertThat(in.available()).isZero();
    pump("more", file);
    assertThat(file).hasSize(WorkerLog.LONGEST);
  }

  @Test
  void everythingIsReadWhereNothingCanBeWritten() {
    var in = pump("words", folder.resolve("missing/worker.log"));

    assertThat(in.available()).isZero();
  }

  private static ByteArrayInputStream pump(String words, Path file) {
    var in = new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8));
    WorkerLog.pump(in, file);
    return in;
  }
}
