package org.shilpi.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import org.shilpi.job.Problem;
import org.shilpi.train.Knobs.Compute.Precision;

/// libtorch in this process: started once, offline, silent towards the outside.
final class Torch {
  private static final int FP32 = 6;
  private static final int BF16 = 15;
  private static final int FP16 = 5;
  private static final Engine ENGINE = start();

  private Torch() {}

  /// The properties must stand before DJL is first touched: it would look for native files on the
  /// network and call home otherwise.
  private static Engine start() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
    Engine engine = Engine.getEngine("PyTorch");
    // A container may allow fewer processors than libtorch counts; more threads only spin.
    int allowed = Runtime.getRuntime().availableProcessors();
    if (JniUtils.getNumThreads() > allowed) {
      JniUtils.setNumThreads(allowed);
    }
    return engine;
  }

  static NDManager newManager(Device device) {
    return ENGINE.newBaseManager(device);
  }

  static String version() {
    return "libtorch " + ENGINE.getVersion() + ", DJL " + Engine.getDjlVersion();
  }

  /// @param name as in `train.TrainingSpec`: `auto`, `cpu`, `cuda:0`, `mps`
  /// @throws Problem if this machine has no such device
  static Device device(String name) {
    if (name.equals("cpu") || (name.equals("auto") && ENGINE.getGpuCount() == 0)) {
      return Device.cpu();
    }
    if (name.equals("auto")) {
      return Device.gpu(0);
    }
    if (name.matches("cuda(:\\d{1,2})?")) {
      int index = name.length() > 5 ? Integer.parseInt(name.substring(5)) : 0;
      if (index < ENGINE.getGpuCount()) {
        return Device.gpu(index);
      }
    }
    if (name.equals("mps") && isAppleSilicon()) {
      return Device.fromName("mps");
    }
    throw Problem.of("problem.train.device", name);
  }

  /// The number that programs know a type of numbers by.
  ///
  /// @param device where it is computed
  static int type(Precision precision, Device device) {
    return switch (precision) {
      case FP32 -> FP32;
      case BF16 -> BF16;
      case FP16 -> FP16;
      case AUTO -> hasBf16(device) ? BF16 : FP32;
    };
  }

  /// CPUs that are quick at it are few; NVIDIA's GPUs are from compute capability 8.0 on.
  private static boolean hasBf16(Device device) {
    return device.isGpu()
        && Integer.parseInt(CudaUtils.getComputeCapability(device.getDeviceId())) >= 80;
  }

  private static boolean isAppleSilicon() {
    return System.getProperty("os.name").startsWith("Mac")
        && System.getProperty("os.arch").equals("aarch64");
  }

  /// Seeds every random number that libtorch draws from now on, on all devices.
  static void seed(long seed) {
    JniUtils.setSeed(seed);
  }

  /// Gives the memory back that libtorch keeps for later on a GPU; no array may be at work.
  static void release(Device device) {
    if (device.isGpu()) {
      JniUtils.emptyCudaCache();
    }
  }

  static int threads() {
    return JniUtils.getNumThreads();
  }
}
