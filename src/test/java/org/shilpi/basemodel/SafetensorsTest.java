package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.job.Problem;

class SafetensorsTest {
  @TempDir Path folder;

  @Property(tries = 200)
  void everyFloatTensorComesBackBitForBit(
      @ForAll @Size(max = 6)
          Map<@AlphaChars @StringLength(min = 1, max = 12) String, @Size(max = 40) float[]> written)
      throws IOException {
    Path own = Files.createTempDirectory("safetensors");
    try {
      Path file = own.resolve("model.safetensors");
      Map<String, Tensor> tensors = new HashMap<>();
      written.forEach(
          (name, values) -> tensors.put(name, Tensor.floats(new long[] {values.length}, values)));
      SafetensorsWriter.write(file, tensors, Map.of("format", "pt"));

      try (Safetensors read = Safetensors.open(file)) {
        assertThat(read.names()).containsExactlyInAnyOrderElementsOf(written.keySet());
        assertThat(read.metadata()).isEqualTo(Map.of("format", "pt"));
        written.forEach((name, values) -> {
          assertThat(read.shape(name)).containsExactly(values.length);
          assertThat(bits(read.floats(name))).isEqualTo(bits(FloatBuffer.wrap(values)));
        });
      }
      assertThat(Files.size(file) % 8).isIn(0L, 4L);
    } finally {
      try (var files = Files.list(own)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(own);
    }
  }

  @Test
  void aWrittenFileIsAsReadableForOthersAsAnyOther() throws IOException {
    assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class),
        "skipped: no file permissions on " + folder);
    Path plain = Files.createFile(folder.resolve("plain"));
    Path written = folder.resolve("model.safetensors");
    SafetensorsWriter.write(
        written, Map.of("a", Tensor.floats(new long[] {1}, new float[] {1})), Map.of());
    assertThat(Files.getPosixFilePermissions(written))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void keepsWholeNumbersDoublesAndScalars() throws IOException {
    Path file = folder.resolve("optimizer.safetensors");
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("moment", Tensor.floats(new long[] {1, 3}, new float[] {1, 2, 3}));
    tensors.put("step", Tensor.longs(new long[] {}, new long[] {Long.MIN_VALUE}));
    tensors.put("rate", Tensor.doubles(new long[] {2}, new double[] {Math.PI, -0.0}));
    tensors.put("none", Tensor.floats(new long[] {0, 7}, new float[0]));
    SafetensorsWriter.write(file, tensors, Map.of());

    try (Safetensors read = Safetensors.open(file)) {
      assertThat(read.names()).containsExactly("rate", "step", "moment", "none");
      assertThat(read.longs("step").get(0)).isEqualTo(Long.MIN_VALUE);
      assertThat(read.shape("step")).isEmpty();
      assertThat(read.size("step")).isEqualTo(1);
      assertThat(read.doubles("rate").get(0)).isEqualTo(Math.PI);
      assertThat(read.floats("rate").get(0)).isEqualTo((float) Math.PI);
      assertThat(read.shape("none")).containsExactly(0, 7);
      assertThat(read.floats("none").remaining()).isZero();
      assertThatIllegalArgumentException().isThrownBy(() -> read.floats("step"));
      assertThatIllegalArgumentException().isThrownBy(() -> read.longs("absent"));
    }
  }

  @Test
  void widensHalfPrecision() throws IOException {
    byte[] data =
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort(Float.floatToFloat16(1.5f))
            .putShort(Float.floatToFloat16(-65504f))
            .putShort((short) (Float.floatToRawIntBits(-3.140625f) >>> 16))
            .putShort((short) (Float.floatToRawIntBits(Float.NEGATIVE_INFINITY) >>> 16))
            .array();
    Path file =
        raw(
            """
            {"h":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},\
            "b":{"dtype":"BF16","shape":[2],"data_offsets":[4,8]}}\
            """,
            data);
    try (Safetensors read = Safetensors.open(file)) {
      assertThat(read.floats("h")).isEqualTo(FloatBuffer.wrap(new float[] {1.5f, -65504f}));
      assertThat(read.floats("b"))
          .isEqualTo(FloatBuffer.wrap(new float[] {-3.140625f, Float.NEGATIVE_INFINITY}));
    }
  }

  @Test
  void writesTheSameBytesWhateverTheOrder() throws IOException {
    Tensor a = Tensor.floats(new long[] {1}, new float[] {1});
    Tensor b = Tensor.floats(new long[] {1}, new float[] {2});
    Map<String, Tensor> forwards = new LinkedHashMap<>(Map.of("a", a));
    forwards.put("b", b);
    Map<String, Tensor> backwards = new LinkedHashMap<>(Map.of("b", b));
    backwards.put("a", a);
    SafetensorsWriter.write(folder.resolve("1"), forwards, Map.of("x", "1", "y", "2"));
    SafetensorsWriter.write(folder.resolve("2"), backwards, Map.of("y", "2", "x", "1"));
    assertThat(folder.resolve("1")).hasSameBinaryContentAs(folder.resolve("2"));
  }

  @Test
  void leavesTheOldFileWhereWritingFails() throws IOException {
    Path file = folder.resolve("model.safetensors");
    Files.writeString(file, "old");
    Tensor short4 = Tensor.floats(new long[] {4}, new float[] {1, 2, 3});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SafetensorsWriter.write(file, Map.of("w", short4), Map.of()))
        .withMessageContaining("12 bytes");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void refusesToReadAfterClosing() throws IOException {
    Path file = folder.resolve("model.safetensors");
    SafetensorsWriter.write(
        file, Map.of("w", Tensor.floats(new long[] {1}, new float[] {1})), Map.of());
    FloatBuffer view;
    try (Safetensors read = Safetensors.open(file)) {
      view = read.floats("w");
    }
    assertThatIllegalStateException().isThrownBy(() -> view.get(0));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gap before the first    | place     | {"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}
          overlap                 | place     | {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}
          the same bytes twice    | place     | {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}
          bytes of no tensor      | surplus   | {"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}
          no tensors but data     | surplus   | {}
          past the end            | truncated | {"w":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}
          end before begin        | entry     | {"w":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}
          negative begin          | entry     | {"w":{"dtype":"F32","shape":[4],"data_offsets":[-8,8]}}
          negative size           | entry     | {"w":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}
          two negative sizes      | entry     | {"w":{"dtype":"F32","shape":[-2,-1],"data_offsets":[0,8]}}
          zero hides a negative   | entry     | {"w":{"dtype":"F32","shape":[0,-1],"data_offsets":[0,0]}}
          overflowing shape       | entry     | {"w":{"dtype":"F32","shape":[4294967296,4294967296,2],"data_offsets":[0,8]}}
          wrapping to the length  | entry     | {"w":{"dtype":"F32","shape":[9223372036854775807,2],"data_offsets":[0,8]}}
          shape too small         | entry     | {"w":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}
          half an element         | entry     | {"w":{"dtype":"F32","shape":[1],"data_offsets":[0,7]}}
          unknown type            | type      | {"w":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}
          no type                 | type      | {"w":{"shape":[8],"data_offsets":[0,8]}}
          duplicate name          | header    | {"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}
          duplicate field         | header    | {"w":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}}
          unknown field           | header    | {"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"file":"/etc/passwd"}}
          three offsets           | header    | {"w":{"dtype":"F32","shape":[2],"data_offsets":[0,4,8]}}
          a fraction as size      | header    | {"w":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}
          beyond 64 bits          | header    | {"w":{"dtype":"F32","shape":[2],"data_offsets":[0,99999999999999999999]}}
          no shape                | header    | {"w":{"dtype":"F32","data_offsets":[0,8]}}
          metadata not text       | header    | {"__metadata__":{"format":1}}
          cut short               | header    | {"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}
          two documents           | header    | {} {}
          deeply nested           | header    | {"w":{"shape":[[[[[[[[1]]]]]]]]}}
          not an object           | foreign   | []
          """)
  void refusesAHostileHeader(String what, String problem, String json) throws IOException {
    Path file = raw(json, new byte[8]);
    refused(file, problem);
  }

  @Test
  void refusesFilesThatAreNoSafetensors() throws IOException {
    Path file = folder.resolve("model.safetensors");
    Files.write(file, new byte[0]);
    refused(file, "truncated");
    Files.write(file, new byte[] {1, 2, 3});
    refused(file, "truncated");
    Files.write(file, header(Long.MAX_VALUE, "{}"));
    refused(file, "foreign");
    Files.write(file, header(-1, "{}"));
    refused(file, "foreign");
    Files.write(file, header(Safetensors.LONGEST_HEADER, "{}"));
    refused(file, "truncated");
    Files.write(file, "PK\3\4 pytorch_model.bin renamed".getBytes(StandardCharsets.ISO_8859_1));
    refused(file, "foreign");
  }

  @Test
  void refusesATruncatedFileWhereverItIsCut() throws IOException {
    Path whole = folder.resolve("whole");
    SafetensorsWriter.write(
        whole,
        Map.of(
            "a", Tensor.floats(new long[] {3}, new float[] {1, 2, 3}),
            "b", Tensor.longs(new long[] {1}, new long[] {7})),
        Map.of());
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut");
    for (int length = 0; length < bytes.length; length++) {
      Files.write(cut, Arrays.copyOf(bytes, length));
      refused(cut, "truncated");
    }
  }

  private void refused(Path file, String problem) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> Safetensors.open(file).close())
        .satisfies(refusal -> {
          assertThat(refusal.key()).isEqualTo("problem.basemodel.weights." + problem);
          assertThat(refusal.arguments()).first().isEqualTo(file.getFileName().toString());
        });
  }

  private Path raw(String json, byte[] data) throws IOException {
    Path file = folder.resolve("model.safetensors");
    byte[] header = header(json.getBytes(StandardCharsets.UTF_8).length, json);
    byte[] all = Arrays.copyOf(header, header.length + data.length);
    System.arraycopy(data, 0, all, header.length, data.length);
    return Files.write(file, all);
  }

  private static byte[] header(long length, String json) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(text)
        .array();
  }

  private static List<Integer> bits(FloatBuffer floats) {
    return IntStream.range(0, floats.remaining())
        .mapToObj(i -> Float.floatToRawIntBits(floats.get(i)))
        .toList();
  }
}
