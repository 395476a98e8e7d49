package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.JobContext;

class BuiltInTest {
  @TempDir Path data;

  @Test
  void twoProcessesUnpackItAtOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Unpacking.class.getName(),
                  data.toString())
              .inheritIO()
              .start());
    }
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
    isWhole();
  }

  @Test
  void unpacksItAgainWhereItWasDamaged() throws IOException {
    Catalogue catalogue = new Catalogue(data);
    Path folder = data.resolve("models/minilm-l6-v2");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), "{}");
    assertThat(catalogue.folder(Catalogue.BUILT_IN, JobContext.quiet())).isEqualTo(folder);
    isWhole();
  }

  @Test
  void refusesDamagedOnnx() {
    assertThatIllegalStateException().isThrownBy(() -> OnnxGraph.read(bytes(58, 5, 10)));
    assertThatIllegalStateException().isThrownBy(() -> OnnxGraph.read(bytes(63)));
    assertThatIllegalStateException()
        .isThrownBy(() -> OnnxGraph.read(bytes(8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1)));
    assertThatIllegalStateException()
        .isThrownBy(() -> new OnnxGraph.Weight(List.of(2L), 1, ByteBuffer.allocate(4)).floats())
        .withMessageContaining("[2]");
  }

  private void isWhole() throws IOException {
    Catalogue catalogue = new Catalogue(data);
    BaseModel card = catalogue.get(Catalogue.BUILT_IN);
    Path folder = data.resolve("models").resolve(card.id());
    BaseModel found = catalogue.check(folder);
    assertThat(found.sha256()).isEqualTo(card.sha256());
    assertThat(found.parameters()).isEqualTo(card.parameters());
    assertThat(found.bytes()).isEqualTo(card.bytes());
    assertThat(found.languages()).isEqualTo(card.languages());
    assertThat(found.licence()).isEqualTo(card.licence()).isEqualTo("Apache-2.0");
    ModelConfig config = ModelConfig.read(folder);
    try (Safetensors file = Safetensors.open(folder.resolve("model.safetensors"))) {
      SequencedMap<String, String> tensors = ModelTensors.locate(config, file, "model.safetensors");
      assertThat(tensors).hasSize(101).hasSameSizeAs(file.names());
    }
    try (Stream<Path> left = Files.list(data.resolve("models"))) {
      assertThat(left).containsExactly(folder);
    }
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return bytes.flip();
  }

  /// What each of two processes does.
  static final class Unpacking {
    private Unpacking() {}

    public static void main(String[] args) throws IOException {
      new Catalogue(Path.of(args[0])).folder(Catalogue.BUILT_IN, JobContext.quiet());
    }
  }
}
