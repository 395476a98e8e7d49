package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.text.Messages;

/// Each folder is refused with a cause and a cure in both languages, and nothing is left behind.
class HostileFolderTest {
  private static final String QUERY = "encoder.layer.1.attention.self.query.weight";

  @TempDir Path temp;
  private Path source;

  @BeforeEach
  void aSoundModel() throws IOException {
    source = TinyBert.in(temp.resolve("model"));
  }

  @Test
  void aFolderThatIsNotThere() {
    refused(temp.resolve("absent"), "folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.json", "model.safetensors", "tokenizer.json"})
  void aMissingFile(String file) throws IOException {
    Files.delete(source.resolve(file));
    refused(source, "file");
  }

  @Test
  void wordsCutBySentencePieceOnly() throws IOException {
    Files.move(source.resolve("tokenizer.json"), source.resolve("spiece.model"));
    assertThat(refused(source, "tokenizer.sentencepiece").arguments())
        .containsExactly("spiece.model");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "do_basic_tokenize": false                 | do_basic_tokenize
          "never_split": ["a"]                       | never_split
          "tokenizer_class": "BertJapaneseTokenizer" | tokenizer_class
          "do_lower_case": "yes"                     | do_lower_case
          "auto_map": {"AutoTokenizer": ["x.py"]}    | auto_map
          """)
  void aVocabularyToBeUsedInAnotherWay(String option, String name) throws IOException {
    Files.delete(source.resolve("tokenizer.json"));
    Files.writeString(source.resolve("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\nb\n");
    new Catalogue(temp.resolve("unused")).check(source);
    Files.writeString(source.resolve("tokenizer_config.json"), "{" + option + "}");
    assertThat(refused(source, "tokenizer.option").arguments())
        .containsExactly("tokenizer_config.json", name);
  }

  @Test
  void weightsThatCanRunCode() throws IOException {
    Files.delete(source.resolve("model.safetensors"));
    var entries = TorchFiles.entries();
    entries.put(
        "archive/data.pkl",
        "\u0080\u0002cposix\nsystem\nX\u0004\u0000\u0000\u0000true\u0085R."
            .getBytes(StandardCharsets.ISO_8859_1));
    Files.write(source.resolve("pytorch_model.bin"), TorchFiles.zip(entries, ZipEntry.STORED));
    assertThat(refused(source, "pickle.name").arguments()).contains("posix system");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.json", "model.safetensors", "tokenizer.json", "README.md"})
  void aLinkOutOfTheFolder(String file) throws IOException {
    Path secret = Files.writeString(temp.resolve("secret"), "{}");
    Files.deleteIfExists(source.resolve(file));
    Files.createSymbolicLink(source.resolve(file), secret);
    refused(source, "link");
  }

  @Test
  void aLinkedFolderInside() throws IOException {
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("config.json"), "{}");
    Files.createSymbolicLink(source.resolve("1_Pooling"), elsewhere);
    refused(source, "link");
  }

  @Test
  void truncatedWeights() throws IOException {
    byte[] whole = Files.readAllBytes(source.resolve("model.safetensors"));
    Files.write(source.resolve("model.safetensors"), Arrays.copyOf(whole, whole.length - 1));
    refused(source, "weights.truncated");
  }

  @Test
  void aMissingTensor() throws IOException {
    change(weights -> weights.remove(QUERY));
    assertThat(refused(source, "tensor.missing").arguments()).contains(QUERY);
  }

  @Test
  void aTensorOfAWrongShape() throws IOException {
    change(weights -> weights.put(QUERY, TinyBert.zeros(TensorType.F32, 4, 16)));
    assertThat(refused(source, "tensor.shape").arguments()).contains("[4, 16]", "[8, 8]");
  }

  @Test
  void aTensorOfWholeNumbers() throws IOException {
    change(weights -> weights.put(QUERY, TinyBert.zeros(TensorType.I8, 8, 8)));
    refused(source, "weights.type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "encoder.layer.2.attention.self.query.weight",
        "embeddings.secret.weight",
        "adapter.weight"
      })
  void aTensorNobodyExpects(String name) throws IOException {
    change(weights -> weights.put(name, TinyBert.zeros(TensorType.F32, 8, 8)));
    assertThat(refused(source, "tensor.unexpected").arguments()).contains(name);
  }

  @Test
  void aTensorUnderTwoNames() throws IOException {
    change(weights -> weights.put("bert." + QUERY, TinyBert.zeros(TensorType.F32, 8, 8)));
    refused(source, "tensor.twice");
  }

  @Test
  void aHeadWithoutItsBias() throws IOException {
    change(weights -> weights.put("classifier.weight", TinyBert.zeros(TensorType.F32, 3, 8)));
    refused(source, "tensor.missing");
  }

  @Test
  void aHeadForOtherLabels() throws IOException {
    Files.writeString(
        source.resolve("config.json"),
        TinyBert.CONFIG.strip().replaceFirst("}$", ", \"num_labels\": 2}"));
    change(weights -> {
      weights.put("classifier.weight", TinyBert.zeros(TensorType.F32, 3, 8));
      weights.put("classifier.bias", TinyBert.zeros(TensorType.F32, 3));
    });
    refused(source, "tensor.shape");
  }

  @Test
  void aBiggerVocabularyThanTheModels() throws IOException {
    Files.writeString(
        source.resolve("tokenizer.json"), TinyBert.TOKENIZER.replace("\"##b\": 6", "\"##b\": 7"));
    assertThat(refused(source, "tokenizer.fit").arguments()).containsExactly("8", "7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WordPiece     | Poem
          "##b": 6      | "##b": -6
          "##b": 6      | "##b": "6"
          "##b": 6      | "##b": 99999999999999999999
          "##b": 6}}}   | "##b": 6
          "model"       | "modell"
          "vocab"       | "words"
          """)
  void aDamagedTokenizer(String old, String other) throws IOException {
    Files.writeString(source.resolve("tokenizer.json"), TinyBert.TOKENIZER.replace(old, other));
    Files.writeString(
        source.resolve("tokenizer.json"),
        Files.readString(source.resolve("tokenizer.json")).replaceFirst("\"added.*],", ""));
    refused(source, "tokenizer.damaged");
  }

  private void change(Consumer<Map<String, Tensor>> change) throws IOException {
    Map<String, Tensor> weights = TinyBert.weights(ModelConfig.read(source));
    change.accept(weights);
    TinyBert.write(source, weights);
  }

  private Problem refused(Path folder, String problem) {
    Catalogue catalogue = new Catalogue(temp.resolve("data"));
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> catalogue.check(folder))
        .returns("problem.basemodel." + problem, Problem::key);
    Problem[] found = new Problem[1];
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> catalogue.importFrom(folder, JobContext.quiet()))
        .satisfies(refusal -> found[0] = refusal);
    for (String language : new String[] {"en", "hi"}) {
      assertThat(new Messages(language).explain(found[0])).isNotBlank().doesNotContain("{", "\n");
    }
    assertThat(temp.resolve("data")).doesNotExist();
    return found[0];
  }
}
