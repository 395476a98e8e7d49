package org.shilpi.basemodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.shilpi.job.Problem;

/// The tensors of a model: which there must be, and where a file keeps them.
///
/// Files write the family's prefix or not (see [Family]), and the oldest call a norm's weight and
/// bias gamma and beta.
public final class ModelTensors {
  private static final Pattern OLD_NORM = Pattern.compile("(.*LayerNorm\\.)(gamma|beta)");

  /// Constant index tables of older exports.
  private static final Set<String> TABLES =
      Set.of("embeddings.position_ids", "embeddings.token_type_ids");

  private static final String CLASSIFIER = "classifier.";

  private static final Set<TensorType> REAL =
      Set.of(TensorType.F64, TensorType.F32, TensorType.F16, TensorType.BF16);

  private ModelTensors() {}

  /// Shapes of an encoder's tensors by plain name, without pooler and head.
  public static SequencedMap<String, List<Long>> encoder(ModelConfig config) {
    TensorList tensors = new TensorList();
    config.family().encoder(config, tensors);
    return tensors.shapes();
  }

  /// Shapes of the library's head, all that stands on the encoder's tensors.
  public static SequencedMap<String, List<Long>> head(ModelConfig config, Head head, long labels) {
    TensorList tensors = new TensorList();
    switch (head) {
      case TEXTS -> config.family().textHead(config, labels, tensors);
      case TOKENS -> config.family().tokenHead(config, labels, tensors);
    }
    return tensors.shapes();
  }

  /// Finds every tensor of the encoder in a file, and the pooler and the classification head where
  /// the file has them.
  ///
  /// @param name the file's name, for problems
  /// @return plain name to name in the file: the encoder's in the order of [#encoder], then the
  ///   pooler's, then the head's
  /// @throws Problem naming the first tensor that is missing, of a wrong shape or type, or not
  ///   accounted for by the configuration
  public static SequencedMap<String, String> locate(
      ModelConfig config, TensorSource file, String name) {
    TreeMap<String, String> present = new TreeMap<>();
    for (String inFile : file.names()) {
      String plain = plain(config.family(), inFile);
      if (!isPassedOver(config.family(), plain) && present.put(plain, inFile) != null) {
        throw Problem.of("problem.basemodel.tensor.twice", name, inFile);
      }
    }
    SequencedMap<String, List<Long>> wanted = new LinkedHashMap<>(encoder(config));
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

  private static boolean isPassedOver(Family family, String plain) {
    return TABLES.contains(plain)
        || plain.startsWith("qa_outputs.")
        || family.pretraining().stream().anyMatch(plain::startsWith);
  }

  /// A part that a file begins it must have whole. Below a head's last layer there may be trained
  /// ones without it, from pre-training.
  private static void addHeads(
      SequencedMap<String, List<Long>> wanted,
      ModelConfig config,
      TensorSource file,
      TreeMap<String, String> present) {
    TensorList pooler = new TensorList();
    config.family().pooler(config, pooler);
    addIfBegun(wanted, pooler.shapes(), present);
    SequencedMap<String, List<Long>> below = new LinkedHashMap<>(head(config, Head.TEXTS, 1));
    below.keySet().removeIf(plain -> plain.startsWith(CLASSIFIER));
    addIfBegun(wanted, below, present);
    if (present.keySet().stream().anyMatch(plain -> plain.startsWith(CLASSIFIER))) {
      long labels = config.labels().size();
      if (labels == 0) {
        labels = labels(file, present);
      }
      Optional<Head> head = headOf(config, present.keySet());
      if (head.isPresent()) {
        wanted.putAll(head(config, head.get(), labels));
      } else {
        TensorList linear = new TensorList();
        linear.linear("classifier", labels, config.hiddenSize());
        wanted.putAll(linear.shapes());
      }
    }
  }

  /// Which of the library's heads is among tensors with these plain names. A `classifier` on a bare
  /// encoder is none of them.
  public static Optional<Head> headOf(ModelConfig config, Set<String> plain) {
    if (plain.contains("classifier.out_proj.weight")) {
      return Optional.of(Head.TEXTS);
    }
    return plain.contains("classifier.weight") ? config.head() : Optional.empty();
  }

  private static long labels(TensorSource file, TreeMap<String, String> present) {
    String last =
        present.getOrDefault(
            "classifier.out_proj.weight", present.getOrDefault("classifier.weight", ""));
    List<Long> shape = last.isEmpty() ? List.of() : file.shapeOf(last);
    return shape.isEmpty() ? 0 : shape.getFirst();
  }

  private static void addIfBegun(
      SequencedMap<String, List<Long>> wanted,
      SequencedMap<String, List<Long>> part,
      TreeMap<String, String> present) {
    if (part.keySet().stream().anyMatch(present::containsKey)) {
      wanted.putAll(part);
    }
  }

  /// The plain name of a tensor of a file: without prefix, with the newer names of a norm.
  public static String plain(Family family, String name) {
    String prefix = family.prefix();
    String bare = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    var old = OLD_NORM.matcher(bare);
    return old.matches() ? old.group(1) + (old.group(2).equals("gamma") ? "weight" : "bias") : bare;
  }

  /// Whether a tensor is the encoder's own or its pooler's, rather than a head's.
  public static boolean isOwn(ModelConfig config, String plain) {
    TensorList own = new TensorList();
    config.family().encoder(config, own);
    config.family().pooler(config, own);
    return own.shapes().containsKey(plain);
  }

  /// The name that a tensor has under the library's head: only the encoder's own get the prefix.
  public static String underHead(ModelConfig config, String plain) {
    return isOwn(config, plain) ? config.family().prefix() + plain : plain;
  }
}
