package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shilpi.basemodel.Safetensors;
import org.shilpi.basemodel.SafetensorsWriter;
import org.shilpi.basemodel.Tensor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// [FewShot] on disk, beside the [Checkpoint] of the fine-tuning before it: the weights that learn
/// (`w.…`), both moments (`m.…`, `v.…`), and the [CourseState] in the metadata. One that is damaged
/// or of another run costs the course at work, nothing else.
///
/// @param identity as in [Checkpoint]
record CourseFile(Path run, String identity) {
  private static final String FILE = "few-shot.safetensors";
  private static final JsonMapper JSON = new JsonMapper();

  /// Between two courses: there are no weights yet that would be worth keeping.
  void save(CourseState state) throws IOException {
    write(state, Map.of());
  }

  void save(CourseState state, Tuner tuner) throws IOException {
    Map<String, Tensor> tensors = new HashMap<>();
    tuner.learned().forEach((name, array) -> tensors.put("w." + name, Weights.tensor(array)));
    tuner.optimizer().moments().forEach((name, array) -> tensors.put(name, Weights.tensor(array)));
    write(state, tensors);
  }

  private void write(CourseState state, Map<String, Tensor> tensors) throws IOException {
    SafetensorsWriter.write(
        run.resolve(FILE),
        tensors,
        Map.of("identity", identity, "state", JSON.writeValueAsString(state)));
  }

  Optional<CourseState> state() throws IOException {
    if (!Files.isRegularFile(run.resolve(FILE))) {
      return Optional.empty();
    }
    try (Safetensors saved = Safetensors.open(run.resolve(FILE))) {
      return identity.equals(saved.metadata().get("identity"))
          ? Optional.of(
              JSON.readValue(saved.metadata().getOrDefault("state", ""), CourseState.class))
          : Optional.empty();
    } catch (JacksonException | org.shilpi.job.Problem | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Brings the weights and moments back that [#state()] goes with.
  void load(CourseState state, Tuner tuner) throws IOException {
    try (Safetensors saved = Safetensors.open(run.resolve(FILE))) {
      tuner.learned().forEach((name, array) -> Weights.fill(array, saved.floats("w." + name)));
      tuner.optimizer().moments().forEach((name, array) -> Weights.fill(array, saved.floats(name)));
      tuner.optimizer().setSteps(state.updates());
    }
  }

  static void delete(Path run) throws IOException {
    Files.deleteIfExists(run.resolve(FILE));
  }
}
