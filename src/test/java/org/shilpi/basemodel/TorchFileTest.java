package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.Problem;

class TorchFileTest {
  @TempDir Path temp;

  @Test
  void readsWhatPyTorchSaves() throws IOException {
    try (TensorSource file = open(TorchFiles.zip(TorchFiles.entries(), ZipEntry.STORED))) {
      assertHonest(file);
    }
  }

  @Test
  void readsWhatPyTorchSavedBefore() throws IOException {
    try (TensorSource file = open(TorchFiles.pickles())) {
      assertHonest(file);
    }
  }

  /// PyTorch ends its files with the 64-bit directory, whatever their size; sizes of an entry are
  /// there once it takes 4 GiB.
  @Test
  void readsPlacesOf64Bits() throws IOException {
    byte[] zip = TorchFiles.zip(TorchFiles.entries(), ZipEntry.STORED);
    ByteBuffer old = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.length - 22;
    int central = old.getInt(end + 16);
    int first = central + 46 + old.getShort(central + 28);
    ByteBuffer wide = ByteBuffer.allocate(zip.length + 20 + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
    wide.put(zip, 0, first);
    wide.putShort((short) 1).putShort((short) 16);
    wide.putLong(old.getInt(central + 24)).putLong(old.getInt(central + 20));
    wide.put(zip, first, end - first);
    wide.putInt(central + 20, -1).putInt(central + 24, -1).putShort(central + 30, (short) 20);
    int end64 = wide.position();
    wide.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45).putLong(0);
    wide.putLong(old.getShort(end + 8)).putLong(old.getShort(end + 10));
    wide.putLong(end64 - central).putLong(central);
    wide.putInt(0x07064b50).putInt(0).putLong(end64).putInt(1);
    wide.putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
    try (TensorSource file = open(wide.array())) {
      assertHonest(file);
    }
  }

  private static void assertHonest(TensorSource file) throws IOException {
    assertThat(file.names())
        .containsExactly("embeddings.weight", "turned.weight", "norm.bias", "scale");
    assertThat(file.shapeOf("turned.weight")).containsExactly(3L, 2L);
    assertThat(file.type("norm.bias")).isEqualTo(TensorType.F16);
    assertThat(values(file, "embeddings.weight")).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(values(file, "turned.weight")).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(values(file, "norm.bias")).containsExactly(0.5f, -2);
    assertThat(values(file, "scale")).containsExactly(6);
    assertThat(file.shapeOf("scale")).isEmpty();
    assertThat(written(file, "turned.weight")).isEqualTo(TorchFiles.floats(1, 4, 2, 5, 3, 6));
    assertThat(written(file, "norm.bias")).isEqualTo(TorchFiles.HALVES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          collections     | OrderedDict        | posix           | system
          collections     | OrderedDict        | builtins        | eval
          torch._utils    | _rebuild_tensor_v2 | torch.hub       | load
          torch           | HalfStorage        | torch.storage   | _load_from_bytes
          """)
  void refusesToCallAnythingElse(String module, String name, String other, String function)
      throws IOException {
    byte[] changed =
        new String(TorchFiles.pickle(), StandardCharsets.ISO_8859_1)
            .replace("c" + module + "\n" + name + "\n", "c" + other + "\n" + function + "\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(refused(changed, "pickle.name").arguments())
        .containsExactly("pytorch_model.bin", other + " " + function);
  }

  @ParameterizedTest
  @ValueSource(chars = {'i', 'o', '\u0081', '\u0092', '\u0093', 'P', '0', 'S', 'B', '\u00ff'})
  void refusesOpcodesThatNoTensorNeeds(char opcode) throws IOException {
    byte[] changed = TorchFiles.pickle();
    changed[2] = (byte) opcode;
    assertThat(refused(changed, "pickle.opcode").arguments())
        .containsExactly("pytorch_model.bin", "0x" + Integer.toHexString(opcode));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # a view that begins, ends or walks behind its storage
          K0005 2929, K0006 2929
          K0000 K0002 K0003 86, K0001 K0002 K0003 86
          K0002 K0003 86, K0002 K0004 86
          K0003 K0001 86, K0004 K0001 86
          # a storage with more values than the file has
          K0006 74, K0007 74
          """)
  void refusesViewsBehindTheirStorage(String code, String other) throws IOException {
    String pickle = hex(TorchFiles.pickle());
    String from = code.replace("K00", "4b").replace(" ", "");
    String to = other.replace("K00", "4b").replace(" ", "");
    // Remembered values stand between the parts of an instruction; each `q` and its place go.
    String plain = pickle.replaceAll("71(09|0a|0f|10|11)(?=..)", "");
    assertThat(plain).contains(from);
    refused(bytes(plain.replaceFirst(from, to)), "pickle.damaged");
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytes(String hex) {
    return java.util.HexFormat.of().parseHex(hex);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "(.",
        "N.",
        "]a.",
        "}s.",
        "(u.",
        "Nb.",
        "h\u0001.",
        "NR.",
        ")Q.",
        "(((",
        "X\u00ff\u00ff"
      })
  void refusesPicklesThatDoNotAddUp(String code) throws IOException {
    Problem found = refused(code.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(found.key()).startsWith("problem.basemodel.pickle.");
  }

  @Test
  void refusesADictionaryThatHoldsItself() throws IOException {
    refused("}q\u0000X\u0001\u0000\u0000\u0000ah\u0000s.", "pickle.content");
  }

  @Test
  void refusesWhatIsNoTensor() throws IOException {
    refused("}X\u0001\u0000\u0000\u0000aK\u0001s.", "pickle.content");
  }

  @Test
  void refusesValuesUsedOverAndOver() throws IOException {
    StringBuilder code = new StringBuilder("}(");
    for (int i = 0; i < 100; i++) {
      code.append("X\u0003\u0000\u0000\u0000").append(100 + i);
      code.append("ctorch._utils\n_rebuild_tensor_v2\n((X\u0007\u0000\u0000\u0000storage");
      code.append("ctorch\nFloatStorage\nX\u0001\u0000\u0000\u00000X\u0003\u0000\u0000\u0000cpu");
      code.append("M\u0000\u0040tQK\u0000M\u0000\u0040\u0085K\u0001\u0085\u0089}tR");
    }
    var entries = TorchFiles.entries();
    entries.put("archive/data/0", new byte[4 * 0x4000]);
    entries.put("archive/data.pkl", code.append("u.").toString().getBytes(ISO));
    refusedFile(TorchFiles.zip(entries, ZipEntry.STORED), "pickle.shared");
  }

  private static final java.nio.charset.Charset ISO = StandardCharsets.ISO_8859_1;

  @Test
  void refusesAnEndlessPickle() throws IOException {
    byte[] code = new byte[3_000_000];
    Arrays.fill(code, (byte) '}');
    refused(code, "pickle.damaged");
  }

  @Test
  void refusesPackedValuesAndMissingStorages() throws IOException {
    refusedFile(TorchFiles.zip(TorchFiles.entries(), ZipEntry.DEFLATED), "pickle.damaged");
    SequencedMap<String, byte[]> entries = TorchFiles.entries();
    entries.remove("archive/data/1");
    refusedFile(TorchFiles.zip(entries, ZipEntry.STORED), "pickle.damaged");
    entries = TorchFiles.entries();
    entries.put("archive/byteorder", "big".getBytes(StandardCharsets.US_ASCII));
    refusedFile(TorchFiles.zip(entries, ZipEntry.STORED), "pickle.order");
    entries = TorchFiles.entries();
    entries.remove("archive/data.pkl");
    refusedFile(TorchFiles.zip(entries, ZipEntry.STORED), "pickle.foreign");
    refusedFile(new byte[100], "pickle.foreign");
    refusedFile(new byte[0], "pickle.foreign");
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    for (byte[] whole :
        List.of(TorchFiles.pickles(), TorchFiles.zip(TorchFiles.entries(), ZipEntry.STORED))) {
      for (int length = 0; length < whole.length; length += 7) {
        Path file = Files.write(temp.resolve("pytorch_model.bin"), Arrays.copyOf(whole, length));
        assertThatExceptionOfType(Problem.class)
            .as("%d of %d bytes", length, whole.length)
            .isThrownBy(() -> TorchFile.open(file));
      }
    }
  }

  private TensorSource open(byte[] content) throws IOException {
    return TorchFile.open(Files.write(temp.resolve("pytorch_model.bin"), content));
  }

  private void refused(String code, String problem) throws IOException {
    refused(code.getBytes(ISO), problem);
  }

  private Problem refused(byte[] pickle, String problem) throws IOException {
    Problem found = refused(pickle);
    assertThat(found.key()).isEqualTo("problem.basemodel." + problem);
    return found;
  }

  private Problem refused(byte[] pickle) throws IOException {
    SequencedMap<String, byte[]> entries = TorchFiles.entries();
    entries.put("archive/data.pkl", pickle);
    return refusedFile(TorchFiles.zip(entries, ZipEntry.STORED));
  }

  private void refusedFile(byte[] content, String problem) throws IOException {
    assertThat(refusedFile(content).key()).isEqualTo("problem.basemodel." + problem);
  }

  private Problem refusedFile(byte[] content) throws IOException {
    Path file = Files.write(temp.resolve("pytorch_model.bin"), content);
    Problem[] found = new Problem[1];
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> TorchFile.open(file))
        .satisfies(refusal -> found[0] = refusal);
    return found[0];
  }

  private static float[] values(TensorSource file, String name) {
    FloatBuffer values = file.floats(name);
    float[] copy = new float[values.remaining()];
    values.get(copy);
    return copy;
  }

  private static byte[] written(TensorSource file, String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    file.tensor(name).writeTo(Channels.newChannel(bytes));
    return bytes.toByteArray();
  }
}
