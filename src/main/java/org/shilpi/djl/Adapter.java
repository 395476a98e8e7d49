package org.shilpi.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Low-rank adapters on linear layers of an encoder (LoRA, Hu et al., 2021): a layer `W x + b`
/// becomes `W x + b + scale B A x`, with A `[rank, in]` and B `[out, rank]`. `W` stays as it is, so
/// only A and B learn. The programs apply them wherever they lie beside a layer's weight.
final class Adapter {
  static final String A = ".lora_A.weight";
  static final String B = ".lora_B.weight";
  private static final String SCALE = "lora.scale";
  private static final String DROPOUT = "lora.dropout";

  private final Dict weights;
  private final List<String> modules;
  private final AdapterConfig config;

  /// Adapters that are in the weights.
  ///
  /// @param modules the layers that have one
  private Adapter(Dict weights, List<String> modules, AdapterConfig config) {
    this.weights = weights;
    this.modules = List.copyOf(modules);
    this.config = config;
  }

  /// New adapters, which change nothing yet: B is zero, A uniform within `1 / sqrt(in)`, as PEFT
  /// begins.
  ///
  /// @param weights of the encoder; the adapters are put there
  /// @param modules linear layers by plain name
  static Adapter fresh(
      Dict weights, List<String> modules, AdapterConfig config, long seed, NDManager manager) {
    Random random = new Random(seed);
    for (String module : modules) {
      Shape shape = weights.get(module + ".weight").getShape();
      long out = shape.get(0);
      long in = shape.get(1);
      FloatBuffer a = FloatBuffer.allocate(Math.toIntExact(config.rank() * in));
      double bound = 1 / Math.sqrt(in);
      while (a.hasRemaining()) {
        a.put((float) random.nextDouble(-bound, bound));
      }
      weights.put(module + A, Weights.array(new Shape(config.rank(), in), a.flip(), manager));
      weights.put(module + B, manager.zeros(new Shape(out, config.rank())));
    }
    return on(weights, modules, config, manager);
  }

  /// Adapters whose matrices are in the weights already.
  static Adapter on(Dict weights, List<String> modules, AdapterConfig config, NDManager manager) {
    // Numbers steer the program: it reads them on the CPU, whatever the weights' device.
    NDManager cpu = manager.newSubManager(Device.cpu());
    weights.put(SCALE, cpu.create((float) config.scale()));
    weights.put(DROPOUT, cpu.create((float) config.dropout()));
    return new Adapter(weights, modules, config);
  }

  AdapterConfig config() {
    return config;
  }

  List<String> modules() {
    return modules;
  }

  /// The matrices, by plain name.
  Map<String, NDArray> arrays() {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    for (String module : modules) {
      arrays.put(module + A, weights.get(module + A));
      arrays.put(module + B, weights.get(module + B));
    }
    return arrays;
  }

  /// Adds the adapters to the layers they stand beside, and takes them away.
  void merge() {
    for (String module : modules) {
      try (NDArray product = weights.get(module + B).matMul(weights.get(module + A))) {
        weights.get(module + ".weight").addi(product.muli(config.scale()));
      }
      drop(module + A);
      drop(module + B);
    }
    drop(SCALE);
    drop(DROPOUT);
  }

  private void drop(String name) {
    NDArray array = weights.get(name);
    weights.remove(name);
    array.close();
  }
}
