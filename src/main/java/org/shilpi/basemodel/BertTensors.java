package org.shilpi.basemodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.shilpi.job.Problem;

/// The tensors of a BERT encoder: which there must be, and where a file keeps them.
///
/// The plain name of a tensor is the Hugging Face name without the `bert.` in front, with `weight`
/// and `bias` for a layer norm (`embeddings.word_embeddings.weight`,
/// `encoder.layer.0.output.LayerNorm.weight`). Files write a prefix or not, and the oldest call a
/// norm's weight and bias gamma and beta.
public final class BertTensors {
  private static final String PREFIX = "bert.";
  private static final Pattern OLD_NORM = Pattern.compile("(.*LayerNorm\\.)(gamma|beta)");

  /// Constant index tables of older exports.
  private static final Set<String> TABLES =
      Set.of("embeddings.position_ids", "embeddings.token_type_ids");

  /// Heads of the pre-training tasks, which no encoder needs.
  private static final String PRETRAINING = "cls.";

  private static final Set<TensorType> REAL =
      Set.of(TensorType.F64, TensorType.F32, TensorType.F16, TensorType.BF16);

  private BertTensors() {}

  /// Shapes of an encoder's tensors by plain name: 5 for the embeddings and 16 a layer.
  public static SequencedMap<String, List<Long>> encoder(ModelConfig config) {
    long hidden = config.hiddenSize();
    long inner = config.intermediateSize();
    SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
    shapes.put("embeddings.word_embeddings.weight", List.of((long) config.vocabSize(), hidden));
    shapes.put(
        "embeddings.position_embeddings.weight", List.of((long) config.maxPositions(), hidden));
    shapes.put(
        "embeddings.token_type_embeddings.weight", List.of((long) config.typeVocabSize(), hidden));
    norm(shapes, "embeddings.LayerNorm", hidden);
    for (int i = 0; i < config.layers(); i++) {
      String layer = "encoder.layer." + i;
      for (String part : List.of("query", "key", "value")) {
        linear(shapes, layer + ".attention.self." + part, hidden, hidden);
      }
      linear(shapes, layer + ".attention.output.dense", hidden, hidden);
      norm(shapes, layer + ".attention.output.LayerNorm", hidden);
      linear(shapes, layer + ".intermediate.dense", inner, hidden);
      linear(shapes, layer + ".output.dense", hidden, inner);
      norm(shapes, layer + ".output.LayerNorm", hidden);
    }
    return shapes;
  }

  /// Finds every tensor of the encoder in a file, and the pooler and the classification head where
  /// the file has them.
  ///
  /// @param name the file's name, for problems
  /// @return plain name to name in the file: the encoder's in the order of [#encoder], then
  ///   `pooler.dense.weight`/`.bias` and `classifier.weight`/`.bias` if present
  /// @throws Problem naming the first tensor that is missing, of a wrong shape or type, or not
  ///   accounted for by the configuration
  public static SequencedMap<String, String> locate(
      ModelConfig config, TensorSource file, String name) {
    TreeMap<String, String> present = new TreeMap<>();
    for (String inFile : file.names()) {
      String plain = plain(inFile);
      if (!TABLES.contains(plain)
          && !plain.startsWith(PRETRAINING)
          && present.put(plain, inFile) != null) {
        throw Problem.of("problem.basemodel.tensor.twice", name, inFile);
      }
    }
    SequencedMap<String, List<Long>> wanted = encoder(config);
    addHeads(wanted, config, file, present);
    SequencedMap<String, String> located = new LinkedHashMap<>();
    wanted.forEach((plain, shape) -> {
      String inFile = present.remove(plain);
      if (inFile == null) {
        throw Problem.of("problem.basemodel.tensor.missing", name, plain);
      }
      List<Long> found = file.shapeOf(inFile);
      if (!found.equals(shape)) {
        throw Problem.of(
            "problem.basemodel.tensor.shape", name, inFile, found.toString(), shape.toString());
      }
      if (!REAL.contains(file.type(inFile))) {
        throw Problem.of("problem.basemodel.weights.type", name, inFile, file.type(inFile).name());
      }
      located.put(plain, inFile);
    });
    if (!present.isEmpty()) {
      throw Problem.of(
          "problem.basemodel.tensor.unexpected", name, present.firstEntry().getValue());
    }
    return located;
  }

  private static void addHeads(
      SequencedMap<String, List<Long>> wanted,
      ModelConfig config,
      TensorSource file,
      TreeMap<String, String> present) {
    if (present.containsKey("pooler.dense.weight") || present.containsKey("pooler.dense.bias")) {
      linear(wanted, "pooler.dense", config.hiddenSize(), config.hiddenSize());
    }
    String head = present.get("classifier.weight");
    if (head != null || present.containsKey("classifier.bias")) {
      long classes = config.labels().size();
      if (classes == 0 && head != null && !file.shapeOf(head).isEmpty()) {
        classes = file.shapeOf(head).getFirst();
      }
      linear(wanted, "classifier", classes, config.hiddenSize());
    }
  }

  /// The plain name of a tensor of a file: without prefix, with the newer names of a norm.
  public static String plain(String name) {
    String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    var old = OLD_NORM.matcher(bare);
    return old.matches() ? old.group(1) + (old.group(2).equals("gamma") ? "weight" : "bias") : bare;
  }

  private static void linear(
      SequencedMap<String, List<Long>> shapes, String name, long out, long in) {
    shapes.put(name + ".weight", List.of(out, in));
    shapes.put(name + ".bias", List.of(out));
  }

  private static void norm(SequencedMap<String, List<Long>> shapes, String name, long size) {
    shapes.put(name + ".weight", List.of(size));
    shapes.put(name + ".bias", List.of(size));
  }
}
