package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shilpi.project.TaskKind;
import org.shilpi.train.Knobs.Lora;

/// The balanced method: low-rank adapters learn on a frozen base model, and the head. The model is
/// an [AdapterFolder] with [ModelNote], a small part of the base model's size.
final class BalancedTraining {
  private BalancedTraining() {}

  static DeepTraining.Learning begin(Session session) {
    Dict weights = session.encoder().weights();
    Adapter adapter =
        Adapter.fresh(
            weights,
            modules(session),
            config(session.knobs().lora()),
            session.task().spec().seed(),
            session.encoder().manager());
    Map<String, NDArray> learning = new LinkedHashMap<>(adapter.arrays());
    AdapterFolder.HEAD.forEach(name -> learning.put(name, weights.get(name)));
    return new DeepTraining.Learning(
        learning, (folder, note) -> write(session, adapter, note, folder));
  }

  /// The layers that get an adapter: none in frozen layers.
  private static List<String> modules(Session session) {
    Dict weights = session.encoder().weights();
    LearningRates rates = new LearningRates(session.knobs(), weights.arrays().keySet());
    return LoraTargets.of(weights, session.knobs().lora().targets()).stream()
        .filter(module -> rates.of(module).isPresent())
        .toList();
  }

  private static AdapterConfig config(Lora lora) {
    return new AdapterConfig(lora.rank(), lora.alpha() / lora.rank(), lora.dropout());
  }

  private static void write(Session session, Adapter adapter, ModelNote note, Path folder)
      throws IOException {
    Encoder encoder = session.encoder();
    String base = String.valueOf(session.task().baseModel().getFileName());
    var use = new AdapterConfig.Use(base, session.material().task() == TaskKind.SPANS);
    AdapterFolder.write(folder, adapter, encoder.weights(), encoder.config().family(), use);
    note.write(folder);
  }
}
