package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
  private int named;

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
    named = state.bestEpoch();
    deleteBestBut(named, named);
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
    TuningState state =
        read(
            FILE,
            saved -> {
              if (!identity.equals(saved.metadata().get("identity"))) {
                throw Problem.of("problem.train.checkpoint-other", run.toString());
              }
              weights.forEach((name, array) -> fill(array, saved, "w." + name));
              moments.forEach((name, array) -> fill(array, saved, name));
              return JSON.readValue(saved.metadata().getOrDefault("state", ""), TuningState.class);
            });
    named = state.bestEpoch();
    // Better known now than after the last pass.
    read(
        best(named),
        saved -> {
          weights.forEach((name, array) -> check(array, saved, name));
          return true;
        });
    return Optional.of(state);
  }

  /// Keeps the weights of a pass that is the best so far.
  void saveBest(int epoch, Map<String, NDArray> weights) throws IOException {
    Map<String, Tensor> tensors = new HashMap<>();
    weights.forEach((name, array) -> tensors.put(name, Weights.tensor(array)));
    SafetensorsWriter.write(run.resolve(best(epoch)), tensors, Map.of());
    deleteBestBut(named, epoch);
  }

  /// Brings the weights of the best pass back.
  ///
  /// @throws Problem if they are damaged
  void loadBest(int epoch, Map<String, NDArray> weights) throws IOException {
    read(
        best(epoch),
        saved -> {
          weights.forEach((name, array) -> fill(array, saved, name));
          return true;
        });
  }

  private <T> T read(String file, Function<Safetensors, T> reading) throws IOException {
    try (Safetensors saved = Safetensors.open(run.resolve(file))) {
      return reading.apply(saved);
    } catch (NoSuchFileException | JacksonException | IllegalArgumentException e) {
      throw Problem.causedBy(e, "problem.train.checkpoint-damaged", run.toString());
    } catch (Problem e) {
      throw e.key().startsWith("problem.basemodel.")
          ? Problem.causedBy(e, "problem.train.checkpoint-damaged", run.toString())
          : e;
    }
  }

  private static void fill(NDArray array, Safetensors saved, String name) {
    check(array, saved, name);
    Weights.fill(array, saved.floats(name));
  }

  private static void check(NDArray array, Safetensors saved, String name) {
    if (!Arrays.equals(saved.shape(name), array.getShape().getShape())) {
      throw new IllegalArgumentException(name + " has another shape");
    }
  }

  /// Only the pass that the checkpoint names and the newest are needed.
  private void deleteBestBut(int one, int other) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(run, BEST + "*")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!name.equals(best(one)) && !name.equals(best(other))) {
          Files.delete(file);
        }
      }
    }
  }

  /// Takes all of it away.
  static void delete(Path run) throws IOException {
    Files.deleteIfExists(run.resolve(FILE));
    CourseFile.delete(run);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(run, BEST + "*")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  private static String best(int epoch) {
    return BEST + epoch + ".safetensors";
  }
}
