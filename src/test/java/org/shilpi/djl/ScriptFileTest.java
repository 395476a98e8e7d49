package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilpi.djl.Goldens.within;

import ai.djl.Device;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.basemodel.ModelConfig;

/// What we write is loaded as any DJL user would load it, and answers as our own programs do.
class ScriptFileTest {
  private static final List<int[]> ROWS =
      List.of(new int[] {2, 20, 30, 40, 50, 3}, new int[] {2, 60, 3});

  @TempDir Path temp;

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
    Path texts = Goldens.folder(family + "/seqcls");
    Files.copy(texts.resolve("config.json"), temp.resolve("config.json"));
    try (Encoder encoder = Encoder.open(texts, Device.cpu())) {
      write(encoder, "classify");
      assertClose(answers(temp, ROWS), encoder.classify(ROWS));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bert", "modernbert"})
  void tagsAsTheEncoderDoes(String family) throws Exception {
    Path tokens = Goldens.folder(family + "/tokcls");
    Files.copy(tokens.resolve("config.json"), temp.resolve("config.json"));
    try (Encoder encoder = Encoder.open(tokens, Device.cpu())) {
      write(encoder, "tag");
      assertClose(answers(temp, ROWS), encoder.tag(ROWS));
    }
  }

  /// PyTorch maps the values, which must therefore lie where its processor can read them.
  @Test
  void valuesBeginAtMultiplesOfSixtyFourBytes() throws IOException {
    Path file = temp.resolve("model.pt");
    try (Encoder encoder = Encoder.open(Goldens.folder("bert/seqcls"), Device.cpu())) {
      write(encoder, "classify");
    }
    byte[] bytes = Files.readAllBytes(file);
    int entries = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (int at = 0; bytes[at] == 'P' && bytes[at + 2] == 3; entries++) {
        int begin = at + 30 + two(bytes, at + 26) + two(bytes, at + 28);
        String name = new String(bytes, at + 30, two(bytes, at + 26));
        assertThat(begin % 64).as(name).isZero();
        at = begin + (int) zip.getEntry(name).getSize();
      }
      assertThat(entries).isEqualTo(zip.size()).isGreaterThan(30);
    }
  }

  private void write(Encoder encoder, String method) throws IOException {
    try (OutputStream out = Files.newOutputStream(temp.resolve("model.pt"))) {
      ScriptFile.write(out, Network.of(encoder, method));
    }
  }

  private static int two(byte[] bytes, int at) {
    return (bytes[at] & 0xff) + 256 * (bytes[at + 1] & 0xff);
  }

  /// @return one row a text, those of its padding included
  static float[][] answers(Path folder, List<int[]> rows) throws Exception {
    int pad = ModelConfig.read(folder).padTokenId();
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
    Criteria<NDList, NDList> criteria =
        Criteria.builder()
            .setTypes(NDList.class, NDList.class)
            .optModelPath(folder)
            .optModelName("model")
            .optEngine("PyTorch")
            .optDevice(Device.cpu())
            .optTranslator(new NoopTranslator())
            .build();
    try (ZooModel<NDList, NDList> model = criteria.loadModel();
        Predictor<NDList, NDList> predictor = model.newPredictor();
        NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      Shape shape = new Shape(rows.size(), longest);
      NDList answer =
          predictor.predict(new NDList(manager.create(ids, shape), manager.create(mask, shape)));
      float[] flat = answer.singletonOrThrow().toFloatArray();
      int width = flat.length / rows.size();
      return IntStream.range(0, rows.size())
          .mapToObj(i -> Arrays.copyOfRange(flat, i * width, (i + 1) * width))
          .toArray(float[][]::new);
    }
  }

  /// What stands on padding does not count.
  private static void assertClose(float[][] actual, float[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      for (int k = 0; k < expected[i].length; k++) {
        assertThat((double) actual[i][k]).isCloseTo(expected[i][k], within(1e-4));
      }
    }
  }
}
