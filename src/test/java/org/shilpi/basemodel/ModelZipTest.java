package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.text.Messages;

class ModelZipTest {
  @TempDir Path temp;
  private Path folder;
  private Catalogue catalogue;

  @BeforeEach
  void aSoundModel() throws IOException {
    folder = TinyBert.in(temp.resolve("tiny"));
    catalogue = new Catalogue(temp.resolve("data"));
  }

  @ParameterizedTest
  @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
  void importsFilesAtTheTop(int method) throws IOException {
    Path zip = zip("Small BERT.zip", TorchFiles.zip(entries(""), method));
    BaseModel model = catalogue.importFrom(zip, JobContext.quiet());
    assertThat(model.name()).isEqualTo("Small BERT");
    assertThat(model.origin()).isEqualTo(zip.toString());
    assertThat(model.sha256()).isEqualTo(catalogue.check(folder).sha256());
    assertThat(models()).containsExactly("small-bert");
    assertThat(catalogue.folder(model.id(), JobContext.quiet()).resolve("model.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("model.safetensors"));
  }

  @Test
  void importsTheOneFolderInside() throws IOException {
    SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("our-bert/", new byte[0]);
    entries.putAll(entries("our-bert/"));
    entries.put("our-bert/onnx/model.onnx", new byte[10]);
    entries.put("our-bert/pytorch_model.bin", new byte[10]);
    entries.put("__MACOSX/our-bert/._config.json", new byte[10]);
    Path zip = zip("download.zip", TorchFiles.zip(entries, ZipEntry.DEFLATED));
    BaseModel model = catalogue.importFrom(zip, JobContext.quiet());
    assertThat(model.id()).isEqualTo("our-bert");
    try (Stream<Path> files = Files.list(catalogue.folder("our-bert", JobContext.quiet()))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "config.json", "model.safetensors", "tokenizer.json", "shilpi-model.json");
    }
  }

  @Test
  void tellsOfAZipWhatImportingItGives() throws IOException {
    Path zip = zip("tiny.zip", TorchFiles.zip(entries(""), ZipEntry.DEFLATED));
    BaseModel checked = catalogue.check(zip);
    assertThat(models()).isEmpty();
    BaseModel imported = catalogue.importFrom(zip, JobContext.quiet());
    assertThat(checked).usingRecursiveComparison().isEqualTo(imported);
  }

  @Test
  void keepsWeightsOfPyTorchAsSafetensors() throws IOException {
    SequencedMap<String, byte[]> entries = entries("");
    Path bin = temp.resolve("pytorch_model.bin");
    TorchFiles.save(bin, TinyBert.weights(ModelConfig.read(folder)));
    entries.remove("model.safetensors");
    entries.put("pytorch_model.bin", Files.readAllBytes(bin));
    Path zip = zip("tiny.zip", TorchFiles.zip(entries, ZipEntry.DEFLATED));
    BaseModel model = catalogue.importFrom(zip, JobContext.quiet());
    assertThat(model.originals())
        .containsExactly(Map.entry("pytorch_model.bin", Sha256.of(bin, JobContext.quiet())));
    assertThat(models()).containsExactly("tiny");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.txt",
        "a/../../evil.txt",
        "/etc/passwd",
        "C:/evil.txt",
        "c:evil.txt",
        "..\\evil.txt",
        "a\\b.txt",
        "a//b.txt",
        "./a.txt",
        "a\u0000.txt",
        "a\nb.txt",
        "..",
        "../"
      })
  void refusesToWriteElsewhere(String name) throws IOException {
    SequencedMap<String, byte[]> entries = entries("");
    entries.put(name, name.endsWith("/") ? new byte[0] : new byte[1]);
    refused(TorchFiles.zip(entries, ZipEntry.DEFLATED), "zip.escape");
    assertThat(temp.resolve("evil.txt")).doesNotExist();
  }

  @Test
  void refusesLinks() throws IOException {
    refused(changed((zip, central) -> zip.putInt(central + 38, 0120777 << 16)), "zip.link");
  }

  @Test
  void refusesPasswords() throws IOException {
    refused(changed((zip, central) -> zip.putShort(central + 8, (short) 1)), "zip.encrypted");
  }

  @Test
  void refusesMethodsItCannotUnpack() throws IOException {
    refused(
        changed((zip, central) -> {
          zip.putShort(central + 10, (short) 12);
          zip.putShort(zip.getInt(central + 42) + 8, (short) 12);
        }),
        "zip.method");
  }

  @Test
  void refusesEntriesThatShareBytes() throws IOException {
    byte[] zip = TorchFiles.zip(entries(""), ZipEntry.DEFLATED);
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int central = bytes.getInt(zip.length - 22 + 16);
    bytes.putInt(central + 20, bytes.getInt(central + 20) + 1);
    refused(zip, "zip.damaged");
  }

  @Test
  void refusesTheSameNameTwice() throws IOException {
    SequencedMap<String, byte[]> entries = entries("");
    entries.put("CONFIG.json", new byte[1]);
    refused(TorchFiles.zip(entries, ZipEntry.DEFLATED), "zip.twice");
  }

  @Test
  void refusesBombs() throws IOException {
    SequencedMap<String, byte[]> entries = entries("");
    entries.put("README.md", new byte[2 << 20]);
    refused(TorchFiles.zip(entries, ZipEntry.DEFLATED), "zip.bomb");
  }

  @Test
  void refusesMoreOrFewerBytesThanPromised() throws IOException {
    for (int more : new int[] {1, -1}) {
      refused(
          changed((zip, central) -> zip.putInt(central + 24, zip.getInt(central + 24) + more)),
          "zip.damaged");
    }
  }

  @Test
  void refusesChangedContent() throws IOException {
    refused(changed((zip, central) -> zip.putInt(central + 16, 1)), "zip.damaged");
  }

  @Test
  void refusesSeveralModels() throws IOException {
    SequencedMap<String, byte[]> entries = entries("one/");
    entries.putAll(entries("two/"));
    refused(TorchFiles.zip(entries, ZipEntry.DEFLATED), "zip.model");
  }

  @Test
  void refusesWhatIsMissingInside() throws IOException {
    SequencedMap<String, byte[]> entries = entries("");
    entries.remove("tokenizer.json");
    refused(TorchFiles.zip(entries, ZipEntry.DEFLATED), "file");
  }

  @Test
  void refusesTruncatedFiles() throws IOException {
    byte[] whole = TorchFiles.zip(entries(""), ZipEntry.DEFLATED);
    for (int length = 0; length < whole.length; length += whole.length / 20) {
      refused(Arrays.copyOf(whole, length), "zip.damaged");
    }
  }

  /// A zip file of which the central directory's entry of `config.json` was changed.
  private byte[] changed(ObjIntConsumer<ByteBuffer> change) throws IOException {
    byte[] zip = TorchFiles.zip(entries(""), ZipEntry.DEFLATED);
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    change.accept(bytes, bytes.getInt(zip.length - 22 + 16));
    return zip;
  }

  private SequencedMap<String, byte[]> entries(String top) throws IOException {
    SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
    for (String file : new String[] {"config.json", "tokenizer.json", "model.safetensors"}) {
      entries.put(top + file, Files.readAllBytes(folder.resolve(file)));
    }
    return entries;
  }

  private Path zip(String name, byte[] content) throws IOException {
    return Files.write(temp.resolve(name), content);
  }

  private void refused(byte[] content, String problem) throws IOException {
    Path zip = zip("hostile.zip", content);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> catalogue.check(zip))
        .returns("problem.basemodel." + problem, Problem::key);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> catalogue.importFrom(zip, JobContext.quiet()))
        .satisfies(refusal ->
            assertThat(new Messages("hi").explain(refusal)).isNotBlank().doesNotContain("{", "\n"));
    assertThat(models()).isEmpty();
  }

  private List<String> models() throws IOException {
    Path models = temp.resolve("data/models");
    if (Files.notExists(models)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(models)) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    }
  }
}
