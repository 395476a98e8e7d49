package org.shilpi.basemodel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;

/// A Hugging Face folder of somebody else, which may hold anything: only files of known names are
/// looked at, none through a link, and none is run.
final class ModelFolder {
  static final String CONFIG = "config.json";
  static final String WEIGHTS = "model.safetensors";
  static final String TOKENIZER = "tokenizer.json";
  static final String README = "README.md";

  /// What makes a folder of the catalogue.
  static final List<String> REQUIRED = List.of(CONFIG, WEIGHTS, TOKENIZER);

  /// What else of a folder is worth keeping.
  static final List<String> OPTIONAL =
      List.of(
          "tokenizer_config.json",
          "special_tokens_map.json",
          VocabularyFiles.WORDS,
          VocabularyFiles.BYTES,
          VocabularyFiles.MERGES,
          "added_tokens.json",
          "modules.json",
          "sentence_bert_config.json",
          "1_Pooling/config.json",
          "2_Dense/config.json",
          "2_Dense/model.safetensors",
          "3_Dense/config.json",
          "3_Dense/model.safetensors",
          README,
          "LICENSE",
          "LICENSE.txt",
          "NOTICE");

  private final Path path;
  private final String name;
  private final PublishedWeights weights;

  private ModelFolder(Path path, String name, PublishedWeights weights) {
    this.path = path;
    this.name = name;
    this.weights = weights;
  }

  /// @throws Problem if it is no folder, or lacks a file without which it is no model
  static ModelFolder at(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return at(path, name == null ? "model" : name.toString());
  }

  /// @param name what to call the model
  static ModelFolder at(Path path, String name) {
    if (!Files.isDirectory(path)) {
      throw Problem.of("problem.basemodel.folder", path.toString());
    }
    requirePlainFile(path.resolve(CONFIG));
    if (Files.exists(path.resolve(TOKENIZER), LinkOption.NOFOLLOW_LINKS)
        || !VocabularyFiles.areIn(path)) {
      requirePlainFile(path.resolve(TOKENIZER));
    }
    return new ModelFolder(path, name, PublishedWeights.in(path));
  }

  /// Those files of a folder that belong to a model as it is published.
  ///
  /// @param names all of its files, relative to it
  static List<String> wanted(Collection<String> names) {
    return Stream.of(Stream.of(CONFIG, TOKENIZER), OPTIONAL.stream(), WeightsLayout.wanted(names))
        .flatMap(files -> files)
        .filter(names::contains)
        .toList();
  }

  static void requirePlainFile(Path file) {
    if (Files.isSymbolicLink(file)) {
      throw Problem.of("problem.basemodel.link", String.valueOf(file.getFileName()));
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw Problem.of(
          "problem.basemodel.file",
          String.valueOf(file.getFileName()),
          String.valueOf(file.getParent()));
    }
  }

  Path path() {
    return path;
  }

  String name() {
    return name;
  }

  /// Whether it came with a `tokenizer.json`.
  boolean hasTokenizer() {
    return Files.exists(path.resolve(TOKENIZER), LinkOption.NOFOLLOW_LINKS);
  }

  /// The `tokenizer.json` that its vocabulary stands for.
  byte[] makeTokenizer() throws IOException {
    return TokenizerMaker.make(path, ModelConfig.read(path).family());
  }

  PublishedWeights weights() {
    return weights;
  }

  /// The files of the model that are here, its weights left out.
  List<String> files() {
    List<String> extras =
        OPTIONAL.stream()
            .filter(file -> Files.exists(path.resolve(file), LinkOption.NOFOLLOW_LINKS))
            .toList();
    for (String file : extras) {
      Path parent = path.resolve(file).getParent();
      if (parent != null && Files.isSymbolicLink(parent) && !parent.equals(path)) {
        throw Problem.of("problem.basemodel.link", String.valueOf(parent.getFileName()));
      }
      requirePlainFile(path.resolve(file));
    }
    List<String> needed = hasTokenizer() ? List.of(CONFIG, TOKENIZER) : List.of(CONFIG);
    return Stream.concat(needed.stream(), extras.stream()).toList();
  }

  /// Bytes of all its files.
  long bytes() throws IOException {
    long bytes = 0;
    for (String file : files()) {
      bytes += Files.size(path.resolve(file));
    }
    return bytes + weights.bytes();
  }

  /// Reads everything but the weights' values and checks that the parts fit each other.
  ///
  /// @return number of weights
  /// @throws Problem naming what is missing, damaged or not supported
  long requireSound() throws IOException {
    files();
    ModelConfig config = ModelConfig.read(path);
    TokenizerFile tokenizer =
        hasTokenizer()
            ? TokenizerFile.read(path.resolve(TOKENIZER))
            : TokenizerFile.read(new ByteArrayInputStream(makeTokenizer()), TOKENIZER);
    if (tokenizer.ids() > config.vocabSize()) {
      throw Problem.of(
          "problem.basemodel.tokenizer.fit",
          Long.toString(tokenizer.ids()),
          Integer.toString(config.vocabSize()));
    }
    try (TensorSource tensors = weights.open()) {
      return ModelTensors.locate(config, tensors, tensors.file()).values().stream()
          .mapToLong(tensors::size)
          .sum();
    }
  }

  /// Checks it as [#requireSound()] does, and describes it as it would be in the catalogue.
  ///
  /// @throws Problem naming what is missing, damaged or not supported
  BaseModel check(JobContext context) throws IOException {
    long parameters = requireSound();
    ModelConfig config = ModelConfig.read(path);
    Readme readme = Readme.read(path.resolve(README));
    return new BaseModel(
        BaseModel.idOf(name),
        name,
        config.family().id(),
        parameters,
        bytes(),
        config.maxPositions(),
        readme.languages(),
        readme.licence(),
        readme.facts(),
        weights.sha256(context),
        Map.of(),
        path.toString(),
        false);
  }
}
