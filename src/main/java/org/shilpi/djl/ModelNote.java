package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.Problem;
import org.shilpi.project.AtomicFile;
import org.shilpi.project.TaskKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `shilpi.json` beside a trained model: what its other files do not tell.
///
/// @param format version of this file: 2 since there is a task
/// @param method as in `train.Method`, lower case
/// @param task as in `project.TaskKind`, lower case; `classify` where the file does not tell
/// @param labels names in the order of the head's rows; where spans are marked, each label has two
///   rows, see [Tags]
/// @param baseModel SHA-256 over the base model's files, see [ModelHash]
/// @param pooling how a text's vector is made of its tokens' vectors: `mean` or `cls`
/// @param normalize whether that vector is brought to length 1
/// @param maxLength most tokens of a text that are read
/// @param thresholds how probable each label must be to be given, where a text may have any number
///   of labels; else none
record ModelNote(
    int format,
    String method,
    @Nullable String task,
    List<String> labels,
    String baseModel,
    String pooling,
    boolean normalize,
    int maxLength,
    float @Nullable [] thresholds) {
  static final int FORMAT = 2;
  private static final String FILE = "shilpi.json";
  private static final JsonMapper JSON = new JsonMapper();

  ModelNote {
    labels = List.copyOf(labels);
  }

  TaskKind kind() {
    return task == null ? TaskKind.CLASSIFY : TaskKind.valueOf(task.toUpperCase(Locale.ROOT));
  }

  /// Names of what the head answers with: the labels, or the tags of words.
  List<String> outputs() {
    return kind() == TaskKind.SPANS ? Tags.names(labels) : labels;
  }

  Pooling pools() {
    return new Pooling(Pooling.Kind.valueOf(pooling.toUpperCase(Locale.ROOT)), normalize);
  }

  /// One a label, or none.
  float[] cuts() {
    return thresholds == null ? new float[0] : thresholds;
  }

  void write(Path folder) throws IOException {
    AtomicFile.write(
        folder.resolve(FILE),
        out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this)));
  }

  /// @throws Problem if there is no model in the folder, or one from a newer version
  static ModelNote read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw Problem.of("problem.train.model-missing", folder.toString());
    }
    try {
      byte[] json = Files.readAllBytes(file);
      if (JSON.readTree(json).path("format").asInt(0) > FORMAT) {
        throw Problem.of("problem.train.model-newer", folder.toString());
      }
      return JSON.readValue(json, ModelNote.class);
    } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
      throw Problem.causedBy(e, "problem.train.model-damaged", file.toString());
    }
  }
}
