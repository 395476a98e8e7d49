package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.Device;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.djl.onnx.OnnxFile;

/// ONNX Runtime reads what we write, and answers as our own programs do.
class OnnxFileTest {
  /// Longer than what attention computes in another way, and than the distances that are told apart
  /// exactly; the others shorter, so that most of them is padding.
  private static final List<int[]> ROWS =
      List.of(
          IntStream.range(0, 70).map(i -> 5 + i * 7 % 90).toArray(),
          new int[] {2, 20, 30, 40, 50, 3},
          new int[] {2, 60, 3});

  @ParameterizedTest
  @ValueSource(
      strings = {
        "albert",
        "bert",
        "deberta_v2",
        "deberta_v3",
        "distilbert",
        "electra",
        "modernbert",
        "mpnet",
        "roberta",
        "xlm_roberta"
      })
  void answersAsTheEncoderDoes(String family) throws Exception {
    try (Encoder encoder = Encoder.open(Goldens.folder(family + "/seqcls"), Device.cpu())) {
      List<int[]> rows = fitting(encoder);
      assertClose(answers(encoder, "classify", rows), encoder.classify(rows));
      encoder.removeHead();
      assertClose(answers(encoder, "embed", rows), encoder.embed(rows));
    }
    try (Encoder encoder = Encoder.open(Goldens.folder(family + "/tokcls"), Device.cpu())) {
      List<int[]> rows = fitting(encoder);
      assertClose(answers(encoder, "tag", rows), encoder.tag(rows));
    }
  }

  @Test
  void poolsByTheFirstTokenAndBringsVectorsToLengthOne() throws Exception {
    try (Encoder encoder = Encoder.open(Goldens.folder("bert/seqcls"), Device.cpu())) {
      encoder.pool(new Pooling(Pooling.Kind.CLS, true));
      List<int[]> rows = fitting(encoder);
      assertClose(answers(encoder, "embed", rows), encoder.embed(rows));
    }
  }

  @Test
  void saysWhatCannotBeTraced() {
    String program = "def f(self, W: int, C: int, a: int, b: int, c: int, d: int) -> Tensor:\n";
    for (String line : List.of("while True:", "return torch.fft(a)", "return lambda: a")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              OnnxFile.write(
                  OutputStream.nullOutputStream(), program + "  " + line, "f", Map.of(), Map.of()))
          .withMessageContaining("cannot be traced");
    }
  }

  private static List<int[]> fitting(Encoder encoder) {
    int longest = encoder.config().maxPositions();
    return ROWS.stream()
        .map(row -> row.length > longest ? Arrays.copyOf(row, longest) : row)
        .toList();
  }

  private static float[][] answers(Encoder encoder, String method, List<int[]> rows)
      throws IOException, OrtException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Network network = Network.of(encoder, method);
    OnnxFile.write(file, network.programs(), method, network.weights(), network.numbers());
    return answers(file.toByteArray(), rows, encoder.config().padTokenId());
  }

  /// @return one row a text, those of its padding included
  static float[][] answers(byte[] file, List<int[]> rows, int pad) throws OrtException {
    int longest = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
    long[] ids = new long[rows.size() * longest];
    long[] mask = new long[ids.length];
    Arrays.fill(ids, pad);
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.get(i).length; j++) {
        ids[longest * i + j] = rows.get(i)[j];
        mask[longest * i + j] = 1;
      }
    }
    long[] shape = {rows.size(), longest};
    OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    try (OrtSession session = runtime.createSession(file);
        OnnxTensor first = OnnxTensor.createTensor(runtime, LongBuffer.wrap(ids), shape);
        OnnxTensor second = OnnxTensor.createTensor(runtime, LongBuffer.wrap(mask), shape);
        OrtSession.Result result =
            session.run(Map.of("input_ids", first, "attention_mask", second))) {
      OnnxTensor logits = (OnnxTensor) result.get("logits").orElseThrow();
      float[] flat = new float[logits.getFloatBuffer().remaining()];
      logits.getFloatBuffer().get(flat);
      int width = flat.length / rows.size();
      return IntStream.range(0, rows.size())
          .mapToObj(i -> Arrays.copyOfRange(flat, i * width, (i + 1) * width))
          .toArray(float[][]::new);
    }
  }

  /// What stands on padding does not count.
  private static void assertClose(float[][] actual, float[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(Arrays.copyOf(actual[i], expected[i].length))
          .containsExactly(expected[i], Offset.offset(1e-4f));
    }
  }
}
