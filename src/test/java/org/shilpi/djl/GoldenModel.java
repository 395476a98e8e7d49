package org.shilpi.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.shilpi.basemodel.ModelConfig;
import tools.jackson.databind.JsonNode;

/// A model of the goldens with its own head, and the batch that the reference was given.
final class GoldenModel implements AutoCloseable {
  private final NDManager manager;
  private final NDManager cpu;
  private final JsonNode expected;
  private final Program program;
  private final Dict weights;
  private final Dict numbers;
  private final NDArray[] batch;

  GoldenModel(String name, Device device) throws IOException {
    Path folder = Goldens.folder(name);
    manager = Torch.newManager(device);
    cpu = manager.newSubManager(Device.cpu());
    expected = Goldens.json(folder.resolve("expected.json"));
    ModelConfig config = ModelConfig.read(folder);
    program = Program.encoder(manager, config.family().program());
    weights = Weights.read(config, folder, manager);
    numbers = Numbers.of(config, cpu, false, true);
    NDArray ids = Goldens.longs(manager, expected.get("input_ids"));
    NDArray types =
        expected.has("token_type_ids")
            ? Goldens.longs(manager, expected.get("token_type_ids"))
            : manager.zeros(ids.getShape(), ids.getDataType());
    NDArray mask = Goldens.longs(manager, expected.get("attention_mask"));
    batch = new NDArray[] {ids, types, mask, manager.create(0f)};
  }

  JsonNode expected() {
    return expected;
  }

  List<Double> mask() {
    return Goldens.flat(expected.get("attention_mask"));
  }

  NDManager manager() {
    return manager;
  }

  Dict weights() {
    return weights;
  }

  void set(String number, double value) {
    numbers.put(number, cpu.create((float) value));
  }

  NDArray infer(String method) {
    return program.infer(manager, method, List.of(weights, numbers), batch);
  }

  double loss(String kind, NDArray scores, NDArray labels, double whole) {
    int outputs = (int) scores.getShape().get(scores.getShape().dimension() - 1);
    Dict aim = Aim.plain(outputs).dict(manager, labels, whole, 1);
    return program.infer(manager, kind, List.of(aim), scores).getFloat();
  }

  /// Loss and gradients of one step on the single labels.
  double step(double dropout) {
    NDArray labels = Goldens.longs(manager, expected.at("/single_label/labels"));
    Dict aim = Aim.plain(4).dict(manager, labels, labels.size(), 1);
    NDArray[] dropping = batch.clone();
    dropping[3] = manager.create((float) dropout);
    return program.train(manager, "step_one", List.of(weights, numbers, aim), dropping).getFloat();
  }

  @Override
  public void close() {
    program.close();
    manager.close();
  }
}
