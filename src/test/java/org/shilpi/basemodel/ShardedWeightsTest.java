package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.Problem;

class ShardedWeightsTest {
  private static final String INDEX = "model.safetensors.index.json";
  private static final String FIRST = "model-00001-of-00002.safetensors";
  private static final String SECOND = "model-00002-of-00002.safetensors";
  private static final String MAP =
      """
      {"metadata": {"total_size": 20},
       "weight_map": {"a": "%s", "b": "%s", "c": "%s"}}
      """
          .formatted(FIRST, SECOND, FIRST);

  @TempDir Path folder;

  @BeforeEach
  void twoFilesAndAnIndex() throws IOException {
    SafetensorsWriter.write(
        folder.resolve(FIRST), Map.of("a", floats(1, 2), "c", floats(5)), Map.of());
    SafetensorsWriter.write(folder.resolve(SECOND), Map.of("b", floats(3, 4)), Map.of());
    Files.writeString(folder.resolve(INDEX), MAP);
  }

  @Test
  void readsEachTensorFromItsFile() throws IOException {
    try (TensorSource weights = TensorSource.open(folder)) {
      assertThat(weights.names()).containsExactlyInAnyOrder("a", "b", "c");
      assertThat(weights.floats("b").get(1)).isEqualTo(4);
      assertThat(weights.floats("c").get(0)).isEqualTo(5);
      assertThat(weights.shapeOf("a")).containsExactly(2L);
    }
  }

  @Test
  void readsFilesThatPyTorchSaved() throws IOException {
    Files.delete(folder.resolve(INDEX));
    TorchFiles.save(folder.resolve("x-1.bin"), Map.of("a", floats(1, 2)));
    TorchFiles.save(folder.resolve("x-2.bin"), Map.of("b", floats(3, 4)));
    Files.writeString(
        folder.resolve("pytorch_model.bin.index.json"),
        "{\"weight_map\": {\"a\": \"x-1.bin\", \"b\": \"x-2.bin\"}}");
    try (TensorSource weights = TensorSource.open(folder)) {
      assertThat(weights.floats("a").get(1)).isEqualTo(2);
      assertThat(weights.floats("b").get(1)).isEqualTo(4);
    }
  }

  @Test
  void prefersTheSingleFile() throws IOException {
    Files.copy(folder.resolve(SECOND), folder.resolve("model.safetensors"));
    try (TensorSource weights = TensorSource.open(folder)) {
      assertThat(weights.names()).containsExactly("b");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "c": "model-00001-of-00002.safetensors"  | "c": "model-00002-of-00002.safetensors"
          "c"                                      | "d"
          , "c": "model-00001-of-00002.safetensors"| ''
          """)
  void refusesTensorsThatAreNotWhereTheIndexSays(String old, String other) throws IOException {
    refused(MAP.replace(old, other), "shards.surplus");
  }

  @Test
  void refusesATensorThatNoFileHolds() throws IOException {
    refused(MAP.replace("\"c\"", "\"d\": \"" + SECOND + "\", \"c\""), "shards.missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../model-00001-of-00002.safetensors",
        "/etc/model.safetensors",
        "sub/model.safetensors",
        "C:model.safetensors",
        "..\\\\model.safetensors",
        ".safetensors",
        "model.bin",
        "",
        "model.safetensors\\u0000"
      })
  void refusesFilesElsewhere(String file) throws IOException {
    refused(MAP.replace(SECOND, file), "shards.index");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"weight_map\": {}}",
        "{\"weight_map\": []}",
        "{\"weight_map\": {\"a\": 1}}"
      })
  void refusesAnIndexOfNothing(String index) throws IOException {
    refused(index, "shards.index");
  }

  @Test
  void refusesALinkedFile() throws IOException {
    Files.move(folder.resolve(SECOND), folder.resolve("other"));
    Files.createSymbolicLink(folder.resolve(SECOND), folder.resolve("other"));
    refused(MAP, "link");
  }

  @Test
  void refusesAMissingFile() throws IOException {
    Files.delete(folder.resolve(SECOND));
    refused(MAP, "file");
  }

  private void refused(String index, String problem) throws IOException {
    Files.writeString(folder.resolve(INDEX), index);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> TensorSource.open(folder))
        .returns("problem.basemodel." + problem, Problem::key);
  }

  private static Tensor floats(float... values) {
    return Tensor.floats(new long[] {values.length}, values);
  }
}
