package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shilpi.basemodel.Safetensors;
import org.shilpi.basemodel.SafetensorsWriter;
import org.shilpi.basemodel.Tensor;
import org.shilpi.job.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A fine-tuning on disk: `checkpoint.safetensors` holds the learned weights (`w.…`), both moments
/// of the optimizer (`m.…`, `v.…`) and the [TuningState] in its metadata;
/// `best-<epoch>.safetensors` the weights of the best pass. Each file appears whole; the best
/// pass's is there before the checkpoint that names it, and the one before goes after.
final class Checkpoint {
  private static final String FILE = "checkpoint.safetensors";
  private static final String BEST = "best-";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path run;
  private final String identity;

  /// @param identity changes with anything that would make another run of this one
  Checkpoint(Path run, String identity) {
    this.run = run;
    this.identity = identity;
  }

  static boolean isIn(Path run) {
    return Files.isRegularFile(run.resolve(FILE));
  }

  void save(TuningState state, Map<String, NDArray> weights, Map<String, NDArray> moments)
      throws IOException {
    Map<String, Tensor> tensors = new HashMap<>();
    weights.forEach((name, array) -> tensors.put("w." + name, Weights.tensor(array)));
    moments.forEach((name, array) -> tensors.put(name, Weights.tensor(array)));
    SafetensorsWriter.write(
        run.resolve(FILE),
        tensors,
        Map.of("identity", identity, "state", JSON.writeValueAsString(state)));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(run, BEST + "*")) {
      for (Path file : files) {
        if (!file.equals(best(state.bestEpoch()))) {
          Files.delete(file);
        }
      }
    }
  }

  /// Restores what was saved, if anything was.
  ///
  /// @throws Problem if the checkpoint is damaged, or belongs to other data, another base model or
  ///   other choices
  Optional<TuningState> load(Map<String, NDArray> weights, Map<String, NDArray> moments)
      throws IOException {
    if (!isIn(run)) {
      return Optional.empty();
    }
    try (Safetensors saved = Safetensors.open(run.resolve(FILE))) {
      if (!identity.equals(saved.metadata().get("identity"))) {
        throw Problem.of("problem.train.checkpoint-other", run.toString());
      }
      TuningState state =
          JSON.readValue(saved.metadata().getOrDefault("state", ""), TuningState.class);
      if (!Files.isRegularFile(best(state.bestEpoch()))) {
        throw Problem.of("problem.train.checkpoint-damaged", run.toString());
      }
      weights.forEach((name, array) -> Weights.fill(array, saved.floats("w." + name)));
      moments.forEach((name, array) -> Weights.fill(array, saved.floats(name)));
      return Optional.of(state);
    } catch (JacksonException | IllegalArgumentException e) {
      throw Problem.causedBy(e, "problem.train.checkpoint-damaged", run.toString());
    }
  }

  /// Keeps the weights of a pass that is the best so far.
  void saveBest(int epoch, Map<String, NDArray> weights) throws IOException {
    Map<String, Tensor> tensors = new HashMap<>();
    weights.forEach((name, array) -> tensors.put(name, Weights.tensor(array)));
    SafetensorsWriter.write(best(epoch), tensors, Map.of());
  }

  /// Brings the weights of the best pass back.
  void loadBest(int epoch, Map<String, NDArray> weights) throws IOException {
    try (Safetensors saved = Safetensors.open(best(epoch))) {
      weights.forEach((name, array) -> Weights.fill(array, saved.floats(name)));
    }
  }

  /// Takes all of it away.
  static void delete(Path run) throws IOException {
    Files.deleteIfExists(run.resolve(FILE));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(run, BEST + "*")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  private Path best(int epoch) {
    return run.resolve(BEST + epoch + ".safetensors");
  }
}
