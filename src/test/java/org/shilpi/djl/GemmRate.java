package org.shilpi.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What a benchmark is held against: G, the rate at which this machine multiplies two 1024 x 1024
/// matrices in fp32. It is measured right before and after each piece of work, for the machine may
/// have other work too.
final class GemmRate implements AutoCloseable {
  private static final int SIZE = 1024;
  private static final int TIMES = 8;

  /// One piece of work.
  ///
  /// @param gemm G beside it, in floating-point operations a second
  record Lap(double seconds, double gemm) {
    /// Which share of the time would do for so many floating-point operations at the rate G.
    double share(double operations) {
      return operations / gemm / seconds;
    }
  }

  /// Work that is measured.
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private final NDManager manager = Torch.newManager(Device.cpu());
  private final Program program;
  private final NDArray a = manager.randomNormal(new Shape(SIZE, SIZE));
  private final NDArray b = manager.randomNormal(new Shape(SIZE, SIZE));

  GemmRate() throws IOException {
    program = Program.compile(manager, "gemm");
    now();
  }

  /// G at this moment.
  double now() {
    long begin = System.nanoTime();
    for (int i = 0; i < TIMES; i++) {
      program.infer(manager, "product", List.of(), a, b).close();
    }
    return TIMES * 2.0 * SIZE * SIZE * SIZE / ((System.nanoTime() - begin) / 1e9);
  }

  Lap time(Work work) throws Exception {
    double before = now();
    long begin = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Lap(seconds, (before + now()) / 2);
  }

  /// The middle one of some figures: other work on the machine does not move it much.
  static <T> double median(Collection<T> of, ToDoubleFunction<T> figure) {
    return of.stream()
        .mapToDouble(figure)
        .sorted()
        .skip((of.size() - 1) / 2)
        .findFirst()
        .orElseThrow();
  }

  /// Prints the one line that a benchmark is for.
  static void tell(String format, Object... figures) {
    System.out.println("bench  " + format.formatted(figures));
  }

  @Override
  public void close() {
    program.close();
    manager.close();
  }
}
