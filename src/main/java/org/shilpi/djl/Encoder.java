package org.shilpi.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.shilpi.basemodel.ModelConfig;

/// An encoder in memory: its program, its weights, and how it is used. One thread at a time.
final class Encoder implements AutoCloseable {
  private final NDManager manager;
  private final Program program;
  private final ModelConfig config;
  private final Dict weights;
  private final Dict numbers;

  private Encoder(
      NDManager manager, Program program, ModelConfig config, Dict weights, Dict numbers) {
    this.manager = manager;
    this.program = program;
    this.config = config;
    this.weights = weights;
    this.numbers = numbers;
  }

  /// @param folder a Hugging Face folder
  static Encoder open(Path folder, Device device) throws IOException {
    ModelConfig config = ModelConfig.read(folder);
    NDManager manager = Torch.newManager(device);
    try {
      Program program = Program.compile(manager, "bert");
      Dict weights = Weights.read(config, folder.resolve("model.safetensors"), manager);
      // Numbers steer the program: it reads them on the CPU, whatever the weights' device.
      NDManager cpu = manager.newSubManager(Device.cpu());
      Dict numbers = Numbers.of(config, cpu, Pooling.read(folder).normalize(), false);
      return new Encoder(manager, program, config, weights, numbers);
    } catch (IOException | RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  ModelConfig config() {
    return config;
  }

  Dict weights() {
    return weights;
  }

  NDManager manager() {
    return manager;
  }

  /// The arguments every method of the program starts with.
  List<Dict> model() {
    return List.of(weights, numbers);
  }

  Program program() {
    return program;
  }

  /// One vector a text.
  ///
  /// @return `[texts][hidden size]`
  float[][] embed(List<int[]> rows) {
    return infer("embed", rows);
  }

  /// Label scores (logits), one row a text.
  float[][] classify(List<int[]> rows) {
    return infer("classify", rows);
  }

  private float[][] infer(String method, List<int[]> rows) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray result = program.infer(scope, method, model(), inputs(scope, rows, 0));
      return rows(result);
    }
  }

  /// Token ids padded to the longest row, token types, mask, and the dropout rate.
  NDArray[] inputs(NDManager scope, List<int[]> rows, double dropout) {
    int longest = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    long[] ids = new long[rows.size() * longest];
    long[] mask = new long[ids.length];
    Arrays.fill(ids, config.padTokenId());
    for (int r = 0; r < rows.size(); r++) {
      int[] row = rows.get(r);
      for (int i = 0; i < row.length; i++) {
        ids[r * longest + i] = row[i];
        mask[r * longest + i] = 1;
      }
    }
    Shape shape = new Shape(rows.size(), longest);
    return new NDArray[] {
      scope.create(ids, shape),
      scope.create(new long[ids.length], shape),
      scope.create(mask, shape),
      scope.create((float) dropout)
    };
  }

  private static float[][] rows(NDArray array) {
    float[] values = array.toFloatArray();
    int width = (int) array.getShape().get(1);
    float[][] rows = new float[values.length / width][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = Arrays.copyOfRange(values, r * width, (r + 1) * width);
    }
    return rows;
  }

  @Override
  public void close() {
    program.close();
    manager.close();
  }
}
