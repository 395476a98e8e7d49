package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
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

  static final List<String> REQUIRED = List.of(CONFIG, WEIGHTS, TOKENIZER);

  /// What else of a folder is worth keeping.
  static final List<String> OPTIONAL =
      List.of(
          "tokenizer_config.json",
          "special_tokens_map.json",
          "vocab.txt",
          "modules.json",
          "sentence_bert_config.json",
          "1_Pooling/config.json",
          README,
          "LICENSE",
          "LICENSE.txt",
          "NOTICE");

  private final Path path;

  private ModelFolder(Path path) {
    this.path = path;
  }

  /// @throws Problem if it is no folder, or lacks a file without which it is no model
  static ModelFolder at(Path path) {
    String name = String.valueOf(path.getFileName());
    if (Files.isRegularFile(path) && name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
      throw Problem.of("problem.basemodel.zip", name);
    }
    if (!Files.isDirectory(path)) {
      throw Problem.of("problem.basemodel.folder", path.toString());
    }
    ModelFolder folder = new ModelFolder(path);
    if (Files.notExists(path.resolve(WEIGHTS), LinkOption.NOFOLLOW_LINKS)) {
      if (Files.exists(path.resolve("pytorch_model.bin"))) {
        throw Problem.of("problem.basemodel.pickle", name);
      }
      if (Files.exists(path.resolve("model.safetensors.index.json"))) {
        throw Problem.of("problem.basemodel.shards", name);
      }
    }
    REQUIRED.forEach(file -> requirePlainFile(path.resolve(file)));
    return folder;
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

  /// The files of the model that are here, required ones first.
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
    return Stream.concat(REQUIRED.stream(), extras.stream()).toList();
  }

  /// Reads everything but the weights' values and checks that the parts fit each other.
  ///
  /// @throws Problem naming what is missing, damaged or not supported
  BaseModel check(JobContext context) throws IOException {
    ModelConfig config = ModelConfig.read(path);
    TokenizerFile tokenizer = TokenizerFile.read(path.resolve(TOKENIZER));
    if (tokenizer.ids() > config.vocabSize()) {
      throw Problem.of(
          "problem.basemodel.tokenizer.fit",
          Long.toString(tokenizer.ids()),
          Integer.toString(config.vocabSize()));
    }
    Path weights = path.resolve(WEIGHTS);
    long parameters;
    try (Safetensors file = Safetensors.open(weights)) {
      SequencedMap<String, String> tensors = ModelTensors.locate(config, file, WEIGHTS);
      parameters = tensors.values().stream().mapToLong(file::size).sum();
    }
    Readme readme = Readme.read(path.resolve(README));
    long bytes = 0;
    for (String file : files()) {
      bytes += Files.size(path.resolve(file));
    }
    String name = name();
    return new BaseModel(
        id(name),
        name,
        config.family().id(),
        parameters,
        bytes,
        config.maxPositions(),
        readme.languages(),
        readme.licence(),
        Sha256.of(weights, context),
        path.toString(),
        false);
  }

  private String name() {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? "model" : name.toString();
  }

  /// A folder's name made fit for a command line: lower-case Latin letters, digits and `-._`.
  private static String id(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[._-]+|[._-]+$", "");
    return plain.isEmpty() ? "model" : plain.substring(0, Math.min(48, plain.length()));
  }
}
