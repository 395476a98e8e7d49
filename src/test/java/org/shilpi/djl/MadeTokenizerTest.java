package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.basemodel.BaseModel;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.basemodel.Safetensors;
import org.shilpi.basemodel.SafetensorsWriter;
import org.shilpi.basemodel.Tensor;
import org.shilpi.job.JobContext;
import tools.jackson.databind.JsonNode;

/// Models that come with a vocabulary but no `tokenizer.json` are cut like the reference cuts them.
class MadeTokenizerTest {
  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"bert", "distilbert", "electra", "mpnet", "roberta"})
  void cutsTextsLikeTheReference(String family) throws IOException {
    Path golden = Goldens.folder(family + "/seqcls");
    Path source = Files.createDirectories(temp.resolve(family));
    try (Stream<Path> files = Files.list(golden)) {
      for (Path file : files.toList()) {
        Files.copy(file, source.resolve(file.getFileName()));
      }
    }
    asBefore(source);

    Catalogue catalogue = new Catalogue(temp.resolve("data"));
    BaseModel model = catalogue.importFrom(source, JobContext.quiet());

    compare(golden, catalogue.folder(model.id(), JobContext.quiet()));
  }

  @Test
  void keepsCapitalsWhereItIsTold() throws IOException {
    Path golden = Goldens.folder("tokenizers/bert_cased");
    Path bert = Goldens.folder("bert/seqcls");
    Path source = Files.createDirectories(temp.resolve("cased"));
    Files.copy(golden.resolve("tokenizer.json"), source.resolve("tokenizer.json"));
    Files.copy(golden.resolve("tokenizer_config.json"), source.resolve("tokenizer_config.json"));
    asBefore(source);
    int pieces = Files.readAllLines(source.resolve("vocab.txt")).size();
    String config = Files.readString(bert.resolve("config.json"));
    Files.writeString(
        source.resolve("config.json"),
        config.replaceFirst("\"vocab_size\": \\d+", "\"vocab_size\": " + pieces));
    try (Safetensors weights = Safetensors.open(bert.resolve("model.safetensors"))) {
      Map<String, Tensor> tensors = new HashMap<>();
      for (String name : weights.names()) {
        boolean words = name.endsWith("word_embeddings.weight");
        long width = weights.shape(name).length == 2 ? weights.shape(name)[1] : 0;
        tensors.put(
            name,
            words
                ? Tensor.floats(new long[] {pieces, width}, new float[pieces * (int) width])
                : weights.tensor(name));
      }
      SafetensorsWriter.write(source.resolve("model.safetensors"), tensors, Map.of());
    }

    Catalogue catalogue = new Catalogue(temp.resolve("data"));
    BaseModel model = catalogue.importFrom(source, JobContext.quiet());

    compare(golden, catalogue.folder(model.id(), JobContext.quiet()));
  }

  /// Takes `tokenizer.json` apart into the files that models had before.
  private static void asBefore(Path folder) throws IOException {
    JsonNode model = Goldens.json(folder.resolve("tokenizer.json")).get("model");
    Files.delete(folder.resolve("tokenizer.json"));
    if (model.get("type").asString().equals("WordPiece")) {
      String lines =
          model.get("vocab").properties().stream()
              .sorted(Comparator.comparing(entry -> entry.getValue().intValue()))
              .map(entry -> entry.getKey() + "\n")
              .collect(Collectors.joining());
      Files.writeString(folder.resolve("vocab.txt"), lines);
      return;
    }
    Files.writeString(folder.resolve("vocab.json"), model.get("vocab").toString());
    StringBuilder merges = new StringBuilder("#version: 0.2\n");
    for (JsonNode merge : model.get("merges")) {
      merges
          .append(merge.get(0).asString())
          .append(' ')
          .append(merge.get(1).asString())
          .append('\n');
    }
    Files.writeString(folder.resolve("merges.txt"), merges);
  }

  private static void compare(Path golden, Path made) throws IOException {
    int compared = 0;
    JsonNode expected = Goldens.json(golden.resolve("expected_tokenization.json"));
    try (TextTokenizer tokenizer = TextTokenizer.open(made, 512)) {
      for (JsonNode wanted : expected.get("cases")) {
        if (wanted.get("text_pair").isNull() && wanted.get("add_special_tokens").asBoolean()) {
          String text = wanted.get("text").asString();
          var tokens = tokenizer.tokenize(List.of(text), JobContext.quiet());
          int[] ids = Goldens.flat(wanted.get("ids")).stream().mapToInt(Double::intValue).toArray();
          assertThat(tokens.ids().getFirst()).as(text).containsExactly(ids);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(10);
  }
}
